#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <sys/random.h>

static const char ALPHABET[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

void make_session_token(char *out, size_t len)
{
    srand((unsigned)time(NULL));
    for (size_t i = 0; i < len; i++)
        out[i] = ALPHABET[rand() % 64];
    out[len] = '\0';
}
