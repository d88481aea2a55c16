<?php
function conditions(array $input): string
{
    $where = [];
    foreach (['city', 'name'] as $field) {
        if (!empty($input[$field])) {
            $where[] = "$field = '{$input[$field]}'";
        }
    }
    return $where ? implode(' AND ', $where) : '1';
}

$pdo = new PDO('sqlite:people.db');
$rows = $pdo->query('SELECT * FROM people WHERE ' . conditions($_GET))->fetchAll();
echo count($rows);
