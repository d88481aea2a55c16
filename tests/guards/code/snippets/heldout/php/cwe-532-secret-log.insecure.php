<?php
function authenticate(string $user, string $password): bool
{
    error_log("Login attempt user=$user password=$password");
    return password_verify($password, lookup_hash($user));
}
