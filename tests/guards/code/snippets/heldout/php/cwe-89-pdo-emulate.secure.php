<?php
class Stats
{
    private \PDO $pdo;
    private string $table = 'visits';

    public function byDay($day)
    {
        $sql = sprintf("SELECT page, hits FROM %s WHERE day = ", $this->table);
        $stmt = $this->pdo->prepare($sql . '?');
        $stmt->execute([$day]);
        return $stmt->fetchAll();
    }
}
