<?php
$url = $_POST['feed'];
$host = parse_url($url, PHP_URL_HOST);
if (!in_array($host, ['feeds.example.com'], true)) {
    exit('not allowed');
}
$ch = curl_init($url);
curl_setopt($ch, CURLOPT_RETURNTRANSFER, true);
$data = curl_exec($ch);
echo strlen($data);
