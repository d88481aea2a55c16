<?php
function login(array $user): bool
{
    // ruleid: php-password-compared-plainly
    return $user['password'] == $_POST['password'];
}
function check(object $user, string $password): bool
{
    // ruleid: php-password-compared-plainly
    return $user->password === $password;
}
function verified(array $user): bool
{
    // ok: php-password-compared-plainly
    if ($_POST['password'] !== $_POST['password_again']) {
        return false;
    }
    // ok: php-password-compared-plainly
    return password_verify($_POST['password'], $user['password']);
    // a decoy: $user['password'] == $_POST['password']
}
