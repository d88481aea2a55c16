<?php
function seal(string $data, string $key): string
{
    $iv = openssl_random_pseudo_bytes(16);
    return $iv . openssl_encrypt($data, 'AES-256-CBC', $key, OPENSSL_RAW_DATA, $iv);
}
