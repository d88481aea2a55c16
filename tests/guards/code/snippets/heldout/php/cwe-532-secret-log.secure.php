<?php
function authenticate(string $user, string $password): bool
{
    error_log('Login attempt');
    return password_verify($password, lookup_hash($user));
}
