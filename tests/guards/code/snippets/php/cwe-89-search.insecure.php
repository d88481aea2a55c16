<?php
function search(mysqli $db, array $filters) {
    $where = [];
    foreach ($filters as $col => $val) {
        $where[] = "$col = '$val'";
    }
    return $db->query('SELECT * FROM people WHERE ' . implode(' AND ', $where));
}
