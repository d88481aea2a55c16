<?php
session_start();

function storage_path(string $file): string
{
    return __DIR__ . '/storage/' . basename($file);
}

if (!isset($_SESSION['user'])) {
    http_response_code(403);
    exit;
}

$path = storage_path($_GET['file'] ?? '');
if (is_file($path)) {
    header('Content-Type: application/octet-stream');
    readfile($path);
}
