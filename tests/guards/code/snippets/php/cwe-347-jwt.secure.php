<?php
function decode_token(string $jwt): ?array
{
    $parts = explode('.', $jwt);
    if (count($parts) !== 3) {
        return null;
    }
    $expected = hash_hmac('sha256', $parts[0] . '.' . $parts[1], getenv('JWT_KEY'), true);
    if (!hash_equals($expected, base64_decode(strtr($parts[2], '-_', '+/')))) {
        return null;
    }
    return json_decode(base64_decode(strtr($parts[1], '-_', '+/')), true);
}

$claims = decode_token(substr($_SERVER['HTTP_AUTHORIZATION'] ?? '', 7));
if (!$claims || $claims['role'] !== 'admin') {
    http_response_code(403);
    exit;
}
