<?php
function register(PDO $pdo, string $email, string $password): void
{
    $hash = password_hash($password, PASSWORD_DEFAULT);
    $pdo->prepare('INSERT INTO users (email, hash) VALUES (?, ?)')->execute([$email, $hash]);
}
