#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <sys/random.h>

void make_session_token(char *out, size_t len) {
    static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    for (size_t i = 0; i + 1 < len; i++) {
        unsigned char byte;
        do {
            if (getrandom(&byte, 1, 0) != 1) abort();
        } while (byte >= 252);
        out[i] = alphabet[byte % (sizeof(alphabet) - 1)];
    }
    out[len - 1] = '\0';
}
