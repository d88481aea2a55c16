#include <string.h>
#include <stdlib.h>
#include <openssl/crypto.h>

int is_admin(const char *password) {
    const char *expected = getenv("ADMIN_TOKEN");
    if (expected == NULL || strlen(expected) != strlen(password)) return 0;
    return CRYPTO_memcmp(password, expected, strlen(expected)) == 0;
}
