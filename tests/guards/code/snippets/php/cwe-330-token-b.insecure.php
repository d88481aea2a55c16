<?php
function csrf_token(): string
{
    $token = md5(uniqid(rand(), true));
    $_SESSION['csrf'] = $token;
    return $token;
}
