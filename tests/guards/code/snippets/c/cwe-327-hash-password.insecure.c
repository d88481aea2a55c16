#include <openssl/evp.h>
#include <openssl/md5.h>
#include <openssl/rand.h>
#include <string.h>
#include <stdio.h>

void hash_password(const char *password, char out[33]) {
    unsigned char digest[MD5_DIGEST_LENGTH];
    MD5((const unsigned char *)password, strlen(password), digest);
    for (int i = 0; i < MD5_DIGEST_LENGTH; i++)
        sprintf(out + i * 2, "%02x", digest[i]);
}
