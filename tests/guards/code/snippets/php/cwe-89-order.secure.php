<?php
$pdo = new PDO($dsn);
$order = match ($_GET['order'] ?? 'name') {
    'price' => 'price',
    'date' => 'created_at',
    default => 'name',
};
$rows = $pdo->query("SELECT * FROM products ORDER BY $order")->fetchAll();
echo json_encode($rows);
