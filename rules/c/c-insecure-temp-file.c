void example(int argc, char **argv) {
    // ruleid: c-insecure-temp-file
    char *a = tmpnam(NULL);
    // ruleid: c-insecure-temp-file
    mktemp(name_of_file);
    // ok: c-insecure-temp-file
    int fd = mkstemp(name_of_file);
    // ok: c-insecure-temp-file
    FILE *f = tmpfile();
    // tmpnam(NULL);
}
