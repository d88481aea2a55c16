<?php
$year = $_GET['year'] ?? date('Y');
$rows = $pdo->query("SELECT * FROM events WHERE YEAR(start) = $year")->fetchAll();
echo json_encode($rows);
