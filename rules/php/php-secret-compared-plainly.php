<?php
function verify(string $payload, string $sent): bool
{
    $calc = 'sha256=' . hash_hmac('sha256', $payload, getenv('HOOK_KEY'));
    // ruleid: php-secret-compared-plainly
    return $sent === $calc;
}
// ruleid: php-secret-compared-plainly
if ($_POST['csrf_token'] !== $_SESSION['csrf_token']) {
    exit('bad token');
}
function same(string $payload, string $sent): bool
{
    $calc = hash_hmac('sha256', $payload, getenv('HOOK_KEY'));
    // ok: php-secret-compared-plainly
    if ($calc === false) {
        return false;
    }
    // ok: php-secret-compared-plainly
    return hash_equals($calc, $sent);
}
// ok: php-secret-compared-plainly
$mine = $owner === $user && '$token == $expected';
// a decoy: $token == $expected
