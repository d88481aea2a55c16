<?php
function create_reset_token(PDO $db, int $userId): string
{
    $token = bin2hex(random_bytes(32));
    $stmt = $db->prepare('INSERT INTO resets (user_id, token, expires) VALUES (?, ?, ?)');
    $stmt->execute([$userId, $token, time() + 3600]);
    return $token;
}
