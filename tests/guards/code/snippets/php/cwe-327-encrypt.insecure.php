<?php
class Crypto
{
    private string $key;

    public function __construct(string $key)
    {
        $this->key = $key;
    }

    public function encrypt(string $data): string
    {
        return base64_encode(openssl_encrypt($data, 'aes-128-ecb', $this->key, OPENSSL_RAW_DATA));
    }
}
