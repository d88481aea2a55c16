#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <sys/random.h>

int make_token(char *out, size_t size)
{
    if (size < 17)
        return -1;
    srand((unsigned)time(NULL));
    for (int i = 0; i < 16; i++)
        out[i] = "0123456789abcdef"[rand() % 16];
    out[16] = '\0';
    return 0;
}
