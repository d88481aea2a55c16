<?php
$conn = new mysqli('localhost', 'app', getenv('DB_PASS'), 'shop');
$id = $conn->real_escape_string($_GET['id']);
$query = "DELETE FROM orders WHERE id = '$id'";
$conn->query($query);
