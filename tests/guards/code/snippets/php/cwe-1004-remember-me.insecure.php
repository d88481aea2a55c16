<?php
function remember(string $token): void
{
    setcookie('remember_me', $token, time() + 86400 * 30, '/');
}
