<?php
session_start();
require 'db.php';

if (empty($_SESSION['is_admin'])) {
    http_response_code(403);
    exit('forbidden');
}
if (!hash_equals($_SESSION['csrf'] ?? '', $_POST['csrf'] ?? '')) {
    http_response_code(400);
    exit('bad token');
}
$id = (int) $_POST['id'];
$stmt = $pdo->prepare('DELETE FROM users WHERE id = ?');
$stmt->execute([$id]);
echo 'deleted';
