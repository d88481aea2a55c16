#include <openssl/evp.h>

int encrypt(const unsigned char *key, const unsigned char *iv, const unsigned char *in, int n, unsigned char *out)
{
    EVP_CIPHER_CTX *ctx = EVP_CIPHER_CTX_new();
    int done = 0;
    if (ctx == NULL)
        return -1;
    if (EVP_EncryptInit_ex(ctx, EVP_aes_256_ecb(), NULL, key, iv) != 1)
        done = -1;
    else if (EVP_EncryptUpdate(ctx, out, &done, in, n) != 1)
        done = -1;
    EVP_CIPHER_CTX_free(ctx);
    return done;
}
