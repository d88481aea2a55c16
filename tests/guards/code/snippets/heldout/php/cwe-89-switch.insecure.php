<?php
$sort = $_GET['sort'];
switch ($sort) {
    case 'name':
        $column = 'name';
        break;
    case 'price':
        $column = 'price';
        break;
    default:
        $column = $sort;
}
$conn = mysqli_connect('localhost', 'app', getenv('DB_PASS'), 'shop');
$result = mysqli_query($conn, "SELECT * FROM items ORDER BY " . $column);
while ($row = mysqli_fetch_assoc($result)) {
    echo htmlspecialchars($row['name']);
}
