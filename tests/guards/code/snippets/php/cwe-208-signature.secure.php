<?php
$payload = file_get_contents('php://input');
$sent = $_SERVER['HTTP_X_SIGNATURE'] ?? '';
$calc = hash_hmac('sha256', $payload, getenv('HOOK_KEY'));
if (hash_equals($calc, $sent)) {
    process(json_decode($payload, true));
} else {
    http_response_code(403);
}

function process(array $event): void
{
    error_log('event ' . ($event['type'] ?? ''));
}
