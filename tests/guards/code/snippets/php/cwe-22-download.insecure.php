<?php
$file = $_GET['file'];
$path = __DIR__ . '/files/' . $file;
if (file_exists($path)) {
    header('Content-Type: application/octet-stream');
    readfile($path);
}
