<?php
$column = $_GET['sort'] ?? 'id';
$dir = $_GET['dir'] ?? 'ASC';
if (!in_array($column, ['id', 'price'], true)) {
    $column = 'id';
}
$dir = $dir === 'DESC' ? 'DESC' : 'ASC';
$db = new SQLite3('shop.db');
$res = $db->query('SELECT * FROM items ORDER BY ' . $column . ' ' . $dir);
while ($row = $res->fetchArray(SQLITE3_ASSOC)) {
    echo htmlspecialchars($row['name']), "\n";
}
