<?php
function register(PDO $db, string $user, string $password): void
{
    $hash = md5($password);
    $db->prepare('INSERT INTO users (name, hash) VALUES (?, ?)')->execute([$user, $hash]);
}
