<?php
$targets = ['home' => '/index.php', 'cart' => '/cart.php'];
$url = $targets[$_GET['return']] ?? '/index.php';
header("Location: " . $url);
exit;
