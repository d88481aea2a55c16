<?php
$host = $_POST['host'];
$command = "nslookup " . $host;
$output = [];
exec($command, $output, $code);
header('Content-Type: text/plain');
echo $code;
