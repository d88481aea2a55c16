<?php
$base = realpath('/srv/docs');
$file = realpath($base . '/' . $_GET['doc']);
if ($file === false || !str_starts_with($file, $base . DIRECTORY_SEPARATOR)) {
    http_response_code(404);
    exit;
}
header('Content-Type: application/pdf');
readfile($file);
