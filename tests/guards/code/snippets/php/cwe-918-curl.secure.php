<?php
$url = $_POST['url'];
$hosts = ['images.example.org'];
if (!in_array(parse_url($url, PHP_URL_HOST), $hosts, true)) {
    exit('no');
}
$ch = curl_init();
curl_setopt($ch, CURLOPT_URL, $url);
curl_setopt($ch, CURLOPT_RETURNTRANSFER, true);
$image = curl_exec($ch);
curl_close($ch);
