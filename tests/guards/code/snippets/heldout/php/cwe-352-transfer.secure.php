<?php
session_start();
require 'db.php';

if ($_SERVER['REQUEST_METHOD'] === 'POST' && isset($_SESSION['uid'])) {
    if (!hash_equals($_SESSION['csrf_token'], $_POST['csrf_token'] ?? '')) {
        http_response_code(403);
        exit;
    }
    $stmt = $pdo->prepare('UPDATE accounts SET balance = balance - ? WHERE user_id = ?');
    $stmt->execute([(float) $_POST['amount'], $_SESSION['uid']]);
    header('Location: /done.php');
}
