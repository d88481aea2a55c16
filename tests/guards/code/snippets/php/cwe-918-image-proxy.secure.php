<?php
$url = $_GET['src'] ?? '';
$host = parse_url($url, PHP_URL_HOST);
if (!in_array($host, ['img.example.com', 'cdn.example.com'], true) || parse_url($url, PHP_URL_SCHEME) !== 'https') {
    http_response_code(400);
    exit('host not allowed');
}
$data = file_get_contents($url);
header('Content-Type: image/png');
echo $data;
