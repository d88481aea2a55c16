<?php
function verified(string $jwt): ?array
{
    $parts = explode('.', $jwt);
    $expected = hash_hmac('sha256', $parts[0] . '.' . $parts[1], getenv('JWT_KEY'), true);
    if (!hash_equals($expected, base64_decode($parts[2]))) {
        return null;
    }
    // ok: php-jwt-verification-off
    return json_decode(base64_decode($parts[1]), true);
}
function claims(string $jwt): ?array
{
    $parts = explode('.', $jwt);
    // ruleid: php-jwt-verification-off
    return json_decode(base64_decode(strtr($parts[1], '-_', '+/')), true);
}
// ruleid: php-jwt-verification-off
$claims = JWT::decode($jwt, $key, ['HS256', 'none']);
// ok: php-jwt-verification-off
$decoded = JWT::decode($jwt, new Key($key, 'HS256'));
// a decoy: JWT::decode($jwt, null, false)
