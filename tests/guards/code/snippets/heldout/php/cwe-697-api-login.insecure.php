<?php
header('Content-Type: application/json');
$body = json_decode(file_get_contents('php://input'), true);
$stored = get_user_hash($body['user']);

if ($stored == md5($body['password'])) {
    echo json_encode(['token' => issue_token($body['user'])]);
} else {
    http_response_code(401);
    echo json_encode(['error' => 'invalid']);
}
