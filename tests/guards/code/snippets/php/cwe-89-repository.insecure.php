<?php
class UserRepository
{
    public function __construct(private PDO $pdo) {}

    public function findByEmail(string $email): ?array
    {
        $sql = sprintf("SELECT * FROM users WHERE email = '%s'", $email);
        return $this->pdo->query($sql)->fetch() ?: null;
    }
}
