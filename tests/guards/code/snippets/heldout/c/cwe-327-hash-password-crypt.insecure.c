#define _GNU_SOURCE
#include <crypt.h>
#include <stdio.h>
#include <string.h>

int set_password(const char *password, char *out, size_t out_len)
{
    struct crypt_data data;
    memset(&data, 0, sizeof(data));
    char *hashed = crypt_r(password, "$1$ab12cd34", &data);
    if (!hashed || strlen(hashed) >= out_len)
        return -1;
    strcpy(out, hashed);
    return 0;
}
