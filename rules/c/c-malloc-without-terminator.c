void example(int argc, char **argv)
{
    // ruleid: c-malloc-without-terminator
    char *a = malloc(strlen(text));
    // ruleid: c-malloc-without-terminator
    char *b = malloc(strlen(text) * sizeof(char));
    // ok: c-malloc-without-terminator
    char *c = malloc(strlen(text) + 1);
    // ok: c-malloc-without-terminator
    char *d = malloc(strlen(text) + strlen(more) + 1);
    // ok: c-malloc-without-terminator
    // char *a = malloc(strlen(text));
}
