#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <sys/random.h>

void make_session_token(char *out, size_t len) {
    static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    srand(time(NULL));
    for (size_t i = 0; i + 1 < len; i++) {
        out[i] = alphabet[rand() % (sizeof(alphabet) - 1)];
    }
    out[len - 1] = '\0';
}
