<?php
function search(mysqli $db, array $filters) {
    $where = [];
    foreach ($filters as $col => $val) {
        if (!in_array($col, ['name', 'city'], true)) continue;
        $where[] = "$col = ?";
    }
    $st = $db->prepare('SELECT * FROM people WHERE ' . implode(' AND ', $where));
    $st->execute(array_values($filters));
    return $st->get_result();
}
