void example(int argc, char **argv) {
    char line[80];
    // ruleid: c-gets
    gets(line);
    char *p = buffer;
    // ruleid: c-gets
    gets(p);
    // ok: c-gets
    fgets(line, sizeof line, stdin);
    // ok: c-gets
    puts("gets(line)");
    // gets(line);
}
