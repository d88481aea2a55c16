<?php
class Search
{
    private mysqli $db;

    public function run(string $q): mysqli_result
    {
        $q = $this->db->real_escape_string($q);
        $sql = <<<SQL
            SELECT id, title FROM posts
            WHERE title LIKE '%$q%'
        SQL;
        return $this->db->query($sql);
    }
}
