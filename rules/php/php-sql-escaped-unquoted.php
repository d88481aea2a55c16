<?php
$id = mysqli_real_escape_string($db, $_GET["id"]);
// ruleid: php-sql-escaped-unquoted
$query = "SELECT * FROM users WHERE id = $id";
$limit = addslashes($_GET["limit"]);
// ruleid: php-sql-escaped-unquoted
$list = "SELECT * FROM users LIMIT " . $limit;
// ok: php-sql-escaped-unquoted
$quoted = "SELECT * FROM users WHERE name = '$id'";
$number = (int) addslashes($_GET["n"]);
// ok: php-sql-escaped-unquoted
$safe = "SELECT * FROM users WHERE id = $number";
// "SELECT * FROM users WHERE id = $id"
