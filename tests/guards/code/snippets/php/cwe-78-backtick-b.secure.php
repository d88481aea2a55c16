<?php
$host = $_GET['host'] ?? 'localhost';
if (!filter_var($host, FILTER_VALIDATE_IP)) {
    exit('invalid address');
}
$result = `ping -c 2 $host`;
echo '<pre>' . htmlspecialchars((string) $result) . '</pre>';
