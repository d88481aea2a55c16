<?php
class Encrypter
{
    private string $key;

    public function __construct()
    {
        $this->key = base64_decode(getenv('APP_KEY'));
    }

    public function encrypt(string $plain): string
    {
        $iv = random_bytes(16);
        return base64_encode($iv . openssl_encrypt($plain, 'aes-256-cbc', $this->key, OPENSSL_RAW_DATA, $iv));
    }
}
