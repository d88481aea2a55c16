#include <openssl/evp.h>
#include <openssl/md5.h>
#include <openssl/rand.h>
#include <string.h>
#include <stdio.h>

int hash_password(const char *password, unsigned char salt[16], unsigned char out[32]) {
    if (RAND_bytes(salt, 16) != 1) return -1;
    return PKCS5_PBKDF2_HMAC(password, (int)strlen(password), salt, 16, 600000, EVP_sha256(), 32, out) == 1 ? 0 : -1;
}
