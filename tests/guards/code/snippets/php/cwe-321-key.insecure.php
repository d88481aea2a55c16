<?php
class Encrypter
{
    private const KEY = 'a8f5f167f44f4964e6c998dee827110c';

    public function encrypt(string $plain): string
    {
        $iv = random_bytes(16);
        return base64_encode($iv . openssl_encrypt($plain, 'aes-256-cbc', self::KEY, OPENSSL_RAW_DATA, $iv));
    }
}
