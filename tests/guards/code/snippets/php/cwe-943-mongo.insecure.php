<?php
require 'vendor/autoload.php';

$users = (new MongoDB\Client())->shop->users;
$user = $users->findOne(['email' => $_POST['email'], 'pin' => $_POST['pin']]);
if ($user === null) {
    http_response_code(401);
    exit;
}
echo json_encode(['id' => (string) $user['_id']]);
