<?php
function register(PDO $db, string $user, string $password): void
{
    $hash = password_hash($password, PASSWORD_DEFAULT);
    $db->prepare('INSERT INTO users (name, hash) VALUES (?, ?)')->execute([$user, $hash]);
}
