<?php
// ruleid: php-weak-cipher
$a = openssl_encrypt($data, "aes-128-ecb", $key);
// ruleid: php-weak-cipher
$b = openssl_encrypt($data, "des-ede3-cbc", $key);
// ok: php-weak-cipher
$c = openssl_encrypt($data, "aes-256-gcm", $key, 0, $iv, $tag);
// ok: php-weak-cipher
$d = sodium_crypto_secretbox($data, $nonce, $key);
// mcrypt_encrypt($a)
