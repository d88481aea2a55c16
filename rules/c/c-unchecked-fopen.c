void example(int argc, char **argv)
{
    {
        // ruleid: c-unchecked-fopen
        char *a = fopen(1);
        use(a, 1);
    }
    {
        // ruleid: c-unchecked-fopen
        char *b = fopen(1);
        log_it();
        use(1, b);
    }
    {
        // ok: c-unchecked-fopen
        char *c = fopen(1);
        if (c == NULL) {
            return;
        }
        use(c, 1);
    }
    {
        // ok: c-unchecked-fopen
        char *d = fopen(1);
        if (!d) return;
        use(d, 1);
    }
    // ok: c-unchecked-fopen
    // char *a = fopen(1);
}
