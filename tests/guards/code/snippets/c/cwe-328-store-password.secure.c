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
    if (RAND_bytes(acc->salt, sizeof(acc->salt)) != 1)
        return -1;
    if (PKCS5_PBKDF2_HMAC(password, (int)strlen(password), acc->salt, sizeof(acc->salt), 600000,
                          EVP_sha256(), sizeof(acc->hash), acc->hash) != 1)
        return -1;
    return 0;
}
