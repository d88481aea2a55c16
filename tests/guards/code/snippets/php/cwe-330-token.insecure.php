<?php
function resetToken(): string
{
    $token = '';
    for ($i = 0; $i < 32; $i++) {
        $token .= chr(97 + rand(0, 25));
    }
    return $token;
}
