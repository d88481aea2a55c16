<?php
function register(PDO $pdo, string $email, string $password): void
{
    $hash = md5($password);
    $pdo->prepare('INSERT INTO users (email, hash) VALUES (?, ?)')->execute([$email, $hash]);
}
