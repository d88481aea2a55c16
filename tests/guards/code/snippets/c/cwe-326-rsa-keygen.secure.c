#include <openssl/evp.h>
#include <openssl/rsa.h>

EVP_PKEY *generate_signing_key(void)
{
    EVP_PKEY *pkey = NULL;
    EVP_PKEY_CTX *ctx = EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, NULL);
    if (!ctx)
        return NULL;
    if (EVP_PKEY_keygen_init(ctx) <= 0)
        goto out;
    if (EVP_PKEY_CTX_set_rsa_keygen_bits(ctx, 3072) <= 0)
        goto out;
    if (EVP_PKEY_keygen(ctx, &pkey) <= 0)
        pkey = NULL;
out:
    EVP_PKEY_CTX_free(ctx);
    return pkey;
}
