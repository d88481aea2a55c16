<?php
function decode_token(string $jwt): ?array
{
    $parts = explode('.', $jwt);
    if (count($parts) !== 3) {
        return null;
    }
    return json_decode(base64_decode(strtr($parts[1], '-_', '+/')), true);
}

$claims = decode_token(substr($_SERVER['HTTP_AUTHORIZATION'] ?? '', 7));
if (!$claims || $claims['role'] !== 'admin') {
    http_response_code(403);
    exit;
}
