<?php
$file = $_GET['file'];
$base = '/var/www/docs/';
$path = realpath($base . $file);
if ($path === false || strpos($path, $base) !== 0) {
    http_response_code(404);
    exit;
}
readfile($path);
