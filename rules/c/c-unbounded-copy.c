void example(int argc, char **argv) {
    char name[16];
    // ruleid: c-unbounded-copy
    strcpy(name, argv[1]);
    // ruleid: c-unbounded-copy
    strcat(name, argv[2]);
    // ok: c-unbounded-copy
    strcpy(name, "nobody");
    // ok: c-unbounded-copy
    snprintf(name, sizeof name, "%s", argv[1]);
    // strcpy(name, argv[1]);
}
