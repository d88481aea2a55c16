<?php
session_start();
require 'db.php';

if ($_SERVER['REQUEST_METHOD'] === 'POST' && isset($_SESSION['uid'])) {
    $stmt = $pdo->prepare('UPDATE accounts SET balance = balance - ? WHERE user_id = ?');
    $stmt->execute([(float) $_POST['amount'], $_SESSION['uid']]);
    header('Location: /done.php');
}
