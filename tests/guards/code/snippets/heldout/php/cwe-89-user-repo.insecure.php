<?php
namespace App\Repository;

final class UserRepository
{
    public function __construct(private readonly \mysqli $db)
    {
    }

    public function search(string $term, string $sort): array
    {
        $result = $this->db->query(
            "SELECT id, name FROM users WHERE name LIKE '%{$term}%' ORDER BY {$sort}"
        );
        return $result->fetch_all(MYSQLI_ASSOC);
    }
}
