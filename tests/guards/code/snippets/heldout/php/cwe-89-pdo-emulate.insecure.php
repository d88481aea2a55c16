<?php
class Stats
{
    private \PDO $pdo;
    private string $table = 'visits';

    public function byDay($day)
    {
        $sql = sprintf("SELECT page, hits FROM %s WHERE day = ", $this->table);
        $sql .= "'" . $day . "'";
        return $this->pdo->query($sql)->fetchAll();
    }
}
