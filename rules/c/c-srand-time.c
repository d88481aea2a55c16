#include <stdlib.h>
#include <time.h>

void make_token(char *token, size_t length) {
    // ruleid: c-srand-time
    srand(time(NULL));
    for (size_t i = 0; i < length; i++)
        token[i] = 'a' + rand() % 26;
}

long pick(void) {
    // ruleid: c-srand-time
    srand(time(NULL));
    long session_key = rand();
    // srand(time(NULL));
    return session_key;
}

int dice(int argc) {
    // ok: c-srand-time
    srand(time(NULL));
    int rolled = rand() % 6 + 1;
    // ok: c-srand-time
    srand(argc);
    return rolled;
}
