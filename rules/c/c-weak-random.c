void example(int argc, char **argv) {
    // ruleid: c-weak-random
    int token = rand();
    // ruleid: c-weak-random
    key[i] = rand() % 256;
    // ruleid: c-weak-random
    long otp = random() % 1000000;
    // ruleid: c-weak-random
    session_id[i] = hex[rand_r(&seed) % 16];
    // ok: c-weak-random
    int divisor = 1 + rand() % 6;
    // ok: c-weak-random
    int dice = rand() % 6;
    // ok: c-weak-random
    getrandom(key, sizeof key, 0);
    // token = rand();
}

void make_api_key(char *out, int n) {
    for (int i = 0; i < n; i++)
        // ruleid: c-weak-random
        out[i] = 'a' + random() % 26;
}

void shuffle(int *cards, int n) {
    for (int i = 0; i < n; i++)
        // ok: c-weak-random
        swap(&cards[i], &cards[random() % n]);
}
