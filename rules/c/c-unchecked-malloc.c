void example(int argc, char **argv)
{
    {
        // ruleid: c-unchecked-malloc
        char *a = malloc(1);
        use(a, 1);
    }
    {
        // ruleid: c-unchecked-malloc
        char *b = malloc(1);
        log_it();
        use(1, b);
    }
    {
        // ok: c-unchecked-malloc
        char *c = malloc(1);
        if (c == NULL) {
            return;
        }
        use(c, 1);
    }
    {
        // ok: c-unchecked-malloc
        char *d = malloc(1);
        if (!d) return;
        use(d, 1);
    }
    // ok: c-unchecked-malloc
    // char *a = malloc(1);
}
