<?php
$key = getenv('API_KEY');
if (is_string($_GET['key'] ?? null) && hash_equals($key, $_GET['key'])) {
    echo json_encode(['ok' => true]);
} else {
    http_response_code(401);
}
