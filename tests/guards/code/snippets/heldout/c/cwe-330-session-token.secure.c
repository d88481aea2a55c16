#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <sys/random.h>

static const char ALPHABET[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

int make_session_token(char *out, size_t len)
{
    unsigned char raw[128];
    if (len > sizeof(raw) || getrandom(raw, len, 0) != (ssize_t)len)
        return -1;
    for (size_t i = 0; i < len; i++)
        out[i] = ALPHABET[raw[i] & 63];
    out[len] = '\0';
    return 0;
}
