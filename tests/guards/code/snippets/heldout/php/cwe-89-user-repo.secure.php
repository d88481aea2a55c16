<?php
namespace App\Repository;

final class UserRepository
{
    public function __construct(private readonly \mysqli $db)
    {
    }

    public function search(string $term, string $sort): array
    {
        $order = ['name' => 'name', 'age' => 'age'][$sort] ?? 'name';
        $stmt = $this->db->prepare("SELECT id, name FROM users WHERE name LIKE ? ORDER BY {$order}");
        $like = "%{$term}%";
        $stmt->bind_param('s', $like);
        $stmt->execute();
        return $stmt->get_result()->fetch_all(MYSQLI_ASSOC);
    }
}
