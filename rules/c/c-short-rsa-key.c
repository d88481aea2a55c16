#include <openssl/rsa.h>

void f(RSA *rsa, BIGNUM *e, EVP_PKEY_CTX *ctx)
{
    // ruleid: c-short-rsa-key
    RSA_generate_key_ex(rsa, 1024, e, NULL);
    // ruleid: c-short-rsa-key
    EVP_PKEY_CTX_set_rsa_keygen_bits(ctx, 512);
    // ok: c-short-rsa-key
    RSA_generate_key_ex(rsa, 3072, e, NULL);
    // ok: c-short-rsa-key
    EVP_PKEY_CTX_set_rsa_keygen_bits(ctx, 2048);
    // RSA_generate_key_ex(rsa, 1024, e, NULL);
}
