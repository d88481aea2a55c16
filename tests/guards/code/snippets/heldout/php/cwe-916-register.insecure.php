<?php
function register(mysqli $db, string $email, string $password): bool
{
    $hash = md5($password);
    $stmt = $db->prepare('INSERT INTO users (email, password) VALUES (?, ?)');
    $stmt->bind_param('ss', $email, $hash);
    return $stmt->execute();
}
