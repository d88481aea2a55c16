<?php
class Search
{
    private mysqli $db;

    public function run(string $q): mysqli_result
    {
        $sql = <<<SQL
            SELECT id, title FROM posts
            WHERE title LIKE '%$q%'
        SQL;
        return $this->db->query($sql);
    }
}
