<?php
function protect(string $plain, string $key): string
{
    return bin2hex(openssl_encrypt($plain, 'des-ede3-cbc', $key, OPENSSL_RAW_DATA, '12345678'));
}
