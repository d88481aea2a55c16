#include <openssl/ssl.h>

SSL_CTX *make_server_context(const char *cert, const char *key)
{
    SSL_CTX *ctx = SSL_CTX_new(TLSv1_server_method());
    if (!ctx)
        return NULL;
    SSL_CTX_set_cipher_list(ctx, "ALL:eNULL");
    if (SSL_CTX_use_certificate_file(ctx, cert, SSL_FILETYPE_PEM) != 1 ||
        SSL_CTX_use_PrivateKey_file(ctx, key, SSL_FILETYPE_PEM) != 1) {
        SSL_CTX_free(ctx);
        return NULL;
    }
    return ctx;
}
