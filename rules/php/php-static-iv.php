<?php
$iv = "1234567890123456";
// ruleid: php-static-iv
$a = openssl_encrypt($text, "aes-256-cbc", $key, 0, $iv);
// ruleid: php-static-iv
$b = openssl_encrypt($text, "aes-256-cbc", $key, 0, "0000000000000000");
$fresh = random_bytes(16);
// ok: php-static-iv
$c = openssl_encrypt($text, "aes-256-cbc", $key, 0, $fresh);
// ok: php-static-iv
$d = openssl_encrypt($text, "aes-256-gcm", $key, 0, random_bytes(12));
// openssl_encrypt($text, "aes-256-cbc", $key, 0, "0000000000000000")
