<?php
$state = base64_decode($_COOKIE['state']);
$cart = json_decode($state, true);
foreach ($cart as $item) {
    echo htmlspecialchars($item['name']);
}
