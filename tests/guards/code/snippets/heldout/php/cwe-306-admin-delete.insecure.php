<?php
session_start();
require 'db.php';

$id = (int) $_GET['id'];
$stmt = $pdo->prepare('DELETE FROM users WHERE id = ?');
$stmt->execute([$id]);
echo 'deleted';
