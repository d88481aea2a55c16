#include <openssl/hmac.h>
#include <string.h>

int sign_cookie(const unsigned char *signing_key, int key_len, const char *value,
                unsigned char *mac, unsigned int *mac_len)
{
    if (HMAC(EVP_sha256(), signing_key, key_len,
             (const unsigned char *)value, strlen(value), mac, mac_len) == NULL)
        return -1;
    return 0;
}
