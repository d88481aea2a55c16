<?php
$url = $_GET['src'] ?? '';
$data = file_get_contents($url);
header('Content-Type: image/png');
echo $data;
