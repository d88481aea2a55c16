#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdio.h>
#include <string.h>

struct account {
    char name[64];
    unsigned char salt[16];
    unsigned char hash[32];
};

int account_set_password(struct account *acc, const char *password)
{
    unsigned int len = 0;
    EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    if (!ctx)
        return -1;
    EVP_DigestInit_ex(ctx, EVP_sha256(), NULL);
    EVP_DigestUpdate(ctx, password, strlen(password));
    EVP_DigestFinal_ex(ctx, acc->hash, &len);
    EVP_MD_CTX_free(ctx);
    return 0;
}
