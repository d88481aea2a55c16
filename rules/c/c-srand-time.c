void example(int argc, char **argv)
{
    // ruleid: c-srand-time
    srand(time(NULL));
    // ruleid: c-srand-time
    srandom(time(NULL));
    // ok: c-srand-time
    getrandom(buf, sizeof(buf), 0);
    // ok: c-srand-time
    srand(argc);
    // ok: c-srand-time
    // srand(time(NULL));
}
