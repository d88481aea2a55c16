#include <openssl/evp.h>
#include <openssl/rand.h>

int encrypt(const unsigned char *pt, int len, const unsigned char *key, unsigned char *iv, unsigned char *ct, unsigned char *tag) {
    EVP_CIPHER_CTX *ctx = EVP_CIPHER_CTX_new();
    int n, total = -1;
    if (!ctx) return -1;
    if (RAND_bytes(iv, 12) != 1) goto done;
    if (EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, key, iv) != 1) goto done;
    if (EVP_EncryptUpdate(ctx, ct, &n, pt, len) != 1) goto done;
    total = n;
    if (EVP_EncryptFinal_ex(ctx, ct + total, &n) != 1) { total = -1; goto done; }
    total += n;
    if (EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_GCM_GET_TAG, 16, tag) != 1) total = -1;
done:
    EVP_CIPHER_CTX_free(ctx);
    return total;
}
