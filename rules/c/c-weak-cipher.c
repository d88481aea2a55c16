void example(int argc, char **argv)
{
    // ruleid: c-weak-cipher
    EVP_EncryptInit_ex(ctx, EVP_aes_128_ecb(), NULL, key, NULL);
    // ruleid: c-weak-cipher
    RC4(&key, length, in, out);
    // ruleid: c-weak-cipher
    const EVP_CIPHER *cipher = EVP_des_ede3_ecb();
    // ruleid: c-weak-cipher
    cipher = EVP_CIPHER_fetch(NULL, "AES-256-ECB", NULL);
    // ok: c-weak-cipher
    cipher = EVP_CIPHER_fetch(NULL, "AES-256-GCM", NULL);
    // ok: c-weak-cipher
    EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, key, nonce);
    // ok: c-weak-cipher
    EVP_EncryptInit_ex(ctx, EVP_chacha20_poly1305(), NULL, key, nonce);
    // ok: c-weak-cipher
    // EVP_EncryptInit_ex(ctx, EVP_aes_128_ecb(), NULL, key, NULL);
}
