<?php
$conn = mysqli_connect('localhost', 'app', getenv('DB_PASS'), 'shop');
$stmt = mysqli_prepare($conn, "SELECT id FROM users WHERE name = ?");
mysqli_stmt_bind_param($stmt, 's', $_POST['user']);
mysqli_stmt_execute($stmt);
