<?php
class Search
{
    public $term;
    public $limit = 10;
}

$search = new Search();
$search->term = $_POST['term'];
$db = new mysqli('localhost', 'app', getenv('PW'), 'app');
$db->query("SELECT * FROM docs LIMIT {$search->limit}");
