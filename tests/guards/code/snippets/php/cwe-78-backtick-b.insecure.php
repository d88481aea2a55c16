<?php
$host = $_GET['host'] ?? 'localhost';
$result = `ping -c 2 $host`;
echo '<pre>' . htmlspecialchars((string) $result) . '</pre>';
