<?php
$targets = ['a' => '/alpha', 'b' => '/beta'];
$key = $_GET['to'];
$to = $targets[$key] ?? $key;
header("Location: $to");
