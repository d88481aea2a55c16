void example(int argc, char **argv) {
    // ruleid: c-format-string
    printf(argv[1]);
    // ruleid: c-format-string
    fprintf(stderr, message);
    // ok: c-format-string
    printf("%s", argv[1]);
    // ok: c-format-string
    fprintf(stderr, "done\n");
    // ok: c-format-string
    printf(argc > 1 ? "some\n" : "none\n");
    // printf(argv[1]);
}
