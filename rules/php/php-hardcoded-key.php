<?php
class Encrypter
{
    // ruleid: php-hardcoded-key
    private const KEY = 'a8f5f167f44f4964e6c998dee827110c';

    public function encrypt(string $plain, string $iv): string
    {
        return openssl_encrypt($plain, 'aes-256-cbc', self::KEY, OPENSSL_RAW_DATA, $iv);
    }
}
// ruleid: php-hardcoded-key
$token = JWT::encode(['sub' => 1], 'not-so-secret-key', 'HS256');
// ruleid: php-hardcoded-key
$jwtSecret = 'change-me-please';
// ok: php-hardcoded-key
$encryptionKey = getenv('ENCRYPTION_KEY');
// ok: php-hardcoded-key
const PRIMARY = 'customer_id is a key';
// ok: php-hardcoded-key
$sealed = openssl_encrypt($plain, 'aes-256-gcm', $encryptionKey, OPENSSL_RAW_DATA, $iv, $tag);
// a decoy: define('APP_KEY', 'a8f5f167f44f4964')
