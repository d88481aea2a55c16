<?php
$pdo = new PDO($dsn);
$order = $_GET['order'] ?? 'name';
$rows = $pdo->query("SELECT * FROM products ORDER BY $order")->fetchAll();
echo json_encode($rows);
