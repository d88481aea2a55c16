<?php
$pages = [
    'a' => 'alpha.php',
    'b' => 'beta.php',
];
$key = $_REQUEST['page'];
$file = $key;
require_once __DIR__ . '/pages/' . $file;
