<?php
$year = $_GET['year'] ?? date('Y');
if (!ctype_digit($year)) {
    http_response_code(400);
    exit;
}
$rows = $pdo->query("SELECT * FROM events WHERE YEAR(start) = $year")->fetchAll();
echo json_encode($rows);
