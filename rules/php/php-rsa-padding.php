<?php
// ruleid: php-rsa-padding
openssl_public_encrypt($text, $sealed, $key, OPENSSL_PKCS1_PADDING);
// ruleid: php-rsa-padding
openssl_private_decrypt($sealed, $text, $key, OPENSSL_NO_PADDING);
// ok: php-rsa-padding
openssl_public_encrypt($text, $sealed, $key, OPENSSL_PKCS1_OAEP_PADDING);
// ok: php-rsa-padding
$name = 'OPENSSL_PKCS1_PADDING';
// a decoy: openssl_public_encrypt($text, $sealed, $key, OPENSSL_NO_PADDING)
