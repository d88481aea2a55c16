<?php
class Auth
{
    public function __construct(private PDO $db)
    {
    }

    public function login(string $user, string $password): bool
    {
        $stmt = $this->db->prepare('SELECT password FROM users WHERE name = ?');
        $stmt->execute([$user]);
        $row = $stmt->fetch();
        return $row && password_verify($password, $row['password']);
    }
}
