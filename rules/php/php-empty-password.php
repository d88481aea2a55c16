<?php
// ruleid: php-empty-password
$a = mysqli_connect("localhost", "root", "");
// ruleid: php-empty-password
$b = new PDO("mysql:host=localhost", "root", "");
// ok: php-empty-password
$c = mysqli_connect("localhost", "app", getenv("DB_PASSWORD"));
// ok: php-empty-password
$d = new PDO("sqlite:app.db");
// mysqli_connect("localhost", "root", "")
