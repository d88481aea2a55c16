#include <openssl/evp.h>
#include <openssl/rand.h>

void f(EVP_CIPHER_CTX *ctx, const unsigned char *key)
{
    unsigned char iv[16] = {0};
    // ruleid: c-static-iv
    EVP_EncryptInit_ex(ctx, EVP_aes_256_cbc(), NULL, key, iv);
}

void g(EVP_CIPHER_CTX *ctx, const unsigned char *key)
{
    unsigned char *iv = (unsigned char *)"0123456789012345";
    // ruleid: c-static-iv
    EVP_EncryptInit_ex(ctx, EVP_aes_256_cbc(), NULL, key, iv);
}

void h(EVP_CIPHER_CTX *ctx, const unsigned char *key, const unsigned char *given)
{
    unsigned char iv[16] = {0};
    if (RAND_bytes(iv, sizeof(iv)) != 1)
        return;
    // ok: c-static-iv
    EVP_EncryptInit_ex(ctx, EVP_aes_256_cbc(), NULL, key, iv);
    // ok: c-static-iv
    EVP_EncryptInit_ex(ctx, EVP_aes_256_cbc(), NULL, key, given);
    // EVP_EncryptInit_ex(ctx, c, NULL, key, zeros)
}
