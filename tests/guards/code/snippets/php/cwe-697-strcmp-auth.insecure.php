<?php
$key = getenv('API_KEY');
if (strcmp($_GET['key'], $key) == 0) {
    echo json_encode(['ok' => true]);
} else {
    http_response_code(401);
}
