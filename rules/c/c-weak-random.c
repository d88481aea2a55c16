void example(int argc, char **argv) {
    // ruleid: c-weak-random
    int token = rand();
    // ruleid: c-weak-random
    key[i] = rand() % 256;
    // ok: c-weak-random
    int dice = rand() % 6;
    // ok: c-weak-random
    getrandom(key, sizeof key, 0);
    // token = rand();
}
