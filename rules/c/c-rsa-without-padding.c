#include <openssl/rsa.h>

void seal(RSA *key, EVP_PKEY_CTX *ctx, const unsigned char *in, unsigned char *out) {
    // ruleid: c-rsa-without-padding
    RSA_public_encrypt(256, in, out, key, RSA_NO_PADDING);
    // ruleid: c-rsa-without-padding
    EVP_PKEY_CTX_set_rsa_padding(ctx, RSA_NO_PADDING);
    // ok: c-rsa-without-padding
    RSA_public_encrypt(200, in, out, key, RSA_PKCS1_OAEP_PADDING);
    // ok: c-rsa-without-padding
    EVP_PKEY_CTX_set_rsa_padding(ctx, RSA_PKCS1_OAEP_PADDING);
    // EVP_PKEY_CTX_set_rsa_padding(ctx, RSA_NO_PADDING);
}
