#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <sys/random.h>

int make_token(char *out, size_t size)
{
    if (size < 17)
        return -1;
    unsigned char raw[16];
    if (getrandom(raw, sizeof(raw), 0) != (ssize_t)sizeof(raw))
        return -1;
    for (int i = 0; i < 16; i++)
        out[i] = "0123456789abcdef"[raw[i] % 16];
    out[16] = '\0';
    return 0;
}
