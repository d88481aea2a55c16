#define _GNU_SOURCE
#include <crypt.h>
#include <stdio.h>
#include <string.h>

int set_password(const char *password, char *out, size_t out_len)
{
    struct crypt_data data;
    memset(&data, 0, sizeof(data));
    char setting[CRYPT_GENSALT_OUTPUT_SIZE];
    if (!crypt_gensalt_rn("$y$", 0, NULL, 0, setting, sizeof(setting)))
        return -1;
    char *hashed = crypt_r(password, setting, &data);
    if (!hashed || strlen(hashed) >= out_len)
        return -1;
    strcpy(out, hashed);
    return 0;
}
