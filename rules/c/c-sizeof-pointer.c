void example(int argc, char **argv)
{
    {
        char *a = malloc(n);
        // ruleid: c-sizeof-pointer
        memset(a, 0, sizeof(a));
    }
    {
        char *b = malloc(n);
        // ruleid: c-sizeof-pointer
        fgets(b, sizeof(b), stdin);
    }
    {
        char c[64];
        // ok: c-sizeof-pointer
        memset(c, 0, sizeof(c));
    }
    {
        char *d = malloc(n);
        // ok: c-sizeof-pointer
        memset(d, 0, n);
    }
    // ok: c-sizeof-pointer
    // memset(a, 0, sizeof(a));
}
