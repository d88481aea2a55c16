void example(int argc, char **argv) {
    char line[32];
    // ruleid: c-sprintf-overflow
    sprintf(line, "hello %s", argv[1]);
    // ruleid: c-sprintf-overflow
    sprintf(line, "%s/%s", argv[1], argv[2]);
    // ok: c-sprintf-overflow
    snprintf(line, sizeof line, "hello %s", argv[1]);
    // ok: c-sprintf-overflow
    sprintf(line, "%d", argc);
    // sprintf(line, "%s", argv[1]);
}
