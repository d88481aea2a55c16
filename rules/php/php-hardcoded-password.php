<?php
// ruleid: php-hardcoded-password
$password = "hunter2-hunter2";
// ruleid: php-hardcoded-password
$api_key = "a8f5f167f44f4964e6c998dee827110c";
// ok: php-hardcoded-password
$secret = getenv("SECRET");
// ok: php-hardcoded-password
$password_label = "Password";
// $password = 'hunter2-hunter2';
return [
    // ruleid: php-hardcoded-password
    'mysql' => ['host' => env('DB_HOST'), 'username' => 'forge', 'password' => 'f0rge-Secret!'],
    // ok: php-hardcoded-password
    'rules' => ['name' => 'required|string', 'password' => 'required|min:12'],
];
