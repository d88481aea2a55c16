<?php
function protect(string $plain, string $key): string
{
    $nonce = random_bytes(SODIUM_CRYPTO_SECRETBOX_NONCEBYTES);
    return bin2hex($nonce . sodium_crypto_secretbox($plain, $nonce, $key));
}
