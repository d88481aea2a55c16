<?php
class Articles
{
    private mysqli $db;

    public function __construct(mysqli $db)
    {
        $this->db = $db;
    }

    public function byTag($tag)
    {
        $sql = sprintf("SELECT title FROM articles WHERE tag = '%s'", $tag);
        $result = $this->db->query($sql);
        return $result->fetch_all();
    }
}
