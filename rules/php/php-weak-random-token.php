<?php
// ruleid: php-weak-random-token
$token = md5(uniqid());
// ruleid: php-weak-random-token
$resetCode_token = mt_rand(100000, 999999);
// ok: php-weak-random-token
$token2 = bin2hex(random_bytes(16));
// ok: php-weak-random-token
$dice = mt_rand(1, 6);
// $token = rand();
