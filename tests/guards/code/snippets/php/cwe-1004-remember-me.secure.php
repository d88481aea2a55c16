<?php
function remember(string $token): void
{
    setcookie('remember_me', $token, [
        'expires' => time() + 86400 * 30,
        'path' => '/',
        'secure' => true,
        'httponly' => true,
        'samesite' => 'Lax',
    ]);
}
