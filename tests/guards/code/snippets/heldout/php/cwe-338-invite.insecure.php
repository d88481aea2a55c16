<?php
class InviteService
{
    public function create(PDO $db, string $email): string
    {
        $code = strtoupper(substr(md5(time() . $email), 0, 8));
        $db->prepare('INSERT INTO invites (email, code) VALUES (?, ?)')->execute([$email, $code]);
        return $code;
    }
}
