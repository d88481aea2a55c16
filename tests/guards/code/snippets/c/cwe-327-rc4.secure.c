#include <openssl/evp.h>

int scramble(const unsigned char *key, const unsigned char *in, int n, unsigned char *out, unsigned char *iv) {
    int len = 0;
    EVP_CIPHER_CTX *c = EVP_CIPHER_CTX_new();
    if (!c) return -1;
    const EVP_CIPHER *type = EVP_chacha20_poly1305();
    if (EVP_EncryptInit_ex(c, type, NULL, key, iv) != 1 || EVP_EncryptUpdate(c, out, &len, in, n) != 1) len = -1;
    EVP_CIPHER_CTX_free(c);
    return len;
}
