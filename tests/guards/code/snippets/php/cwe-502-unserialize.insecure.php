<?php
$state = base64_decode($_COOKIE['state']);
$cart = unserialize($state);
foreach ($cart as $item) {
    echo htmlspecialchars($item['name']);
}
