<?php
class InviteService
{
    public function create(PDO $db, string $email): string
    {
        $code = strtoupper(bin2hex(random_bytes(8)));
        $db->prepare('INSERT INTO invites (email, code) VALUES (?, ?)')->execute([$email, $code]);
        return $code;
    }
}
