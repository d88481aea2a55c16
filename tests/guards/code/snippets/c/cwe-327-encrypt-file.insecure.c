#include <openssl/evp.h>
#include <openssl/rand.h>
#include <string.h>

int encrypt_buffer(const unsigned char *key, const unsigned char *in, int in_len,
                   unsigned char *out, unsigned char *iv, unsigned char *tag)
{
    int len = 0, total = 0;
    EVP_CIPHER_CTX *ctx = EVP_CIPHER_CTX_new();
    if (!ctx)
        return -1;
    const EVP_CIPHER *cipher = EVP_des_ede3_ecb();
    if (EVP_EncryptInit_ex(ctx, cipher, NULL, key, NULL) != 1)
        goto fail;
    if (EVP_EncryptUpdate(ctx, out, &len, in, in_len) != 1)
        goto fail;
    total = len;
    if (EVP_EncryptFinal_ex(ctx, out + total, &len) != 1)
        goto fail;
    total += len;
    EVP_CIPHER_CTX_free(ctx);
    return total;
fail:
    EVP_CIPHER_CTX_free(ctx);
    return -1;
}
