<?php
function load_cart(): array
{
    if (empty($_COOKIE['cart'])) {
        return [];
    }
    $raw = base64_decode($_COOKIE['cart']);
    $cart = unserialize($raw);
    return is_array($cart) ? $cart : [];
}
