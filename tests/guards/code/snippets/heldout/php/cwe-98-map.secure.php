<?php
$pages = [
    'a' => 'alpha.php',
    'b' => 'beta.php',
];
$key = $_REQUEST['page'];
$file = $pages[$key] ?? 'alpha.php';
require_once __DIR__ . '/pages/' . $file;
