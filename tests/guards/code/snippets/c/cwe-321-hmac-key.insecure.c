#include <openssl/hmac.h>
#include <string.h>

static const unsigned char signing_key[] = "k3Yf0rS1gn1ngC00k1es";

int sign_cookie(const char *value, unsigned char *mac, unsigned int *mac_len)
{
    if (HMAC(EVP_sha256(), signing_key, sizeof(signing_key) - 1,
             (const unsigned char *)value, strlen(value), mac, mac_len) == NULL)
        return -1;
    return 0;
}
