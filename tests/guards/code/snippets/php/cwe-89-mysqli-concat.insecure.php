<?php
$conn = mysqli_connect('localhost', 'app', getenv('DB_PASS'), 'shop');
$user = $_POST['user'];
$result = mysqli_query($conn, "SELECT id FROM users WHERE name = '" . $user . "'");
$row = mysqli_fetch_assoc($result);
