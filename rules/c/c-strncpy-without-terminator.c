void example(int argc, char **argv)
{
    {
        char a[8];
        // ruleid: c-strncpy-without-terminator
        strncpy(a, name, sizeof(a));
        puts(a);
    }
    {
        char b[16];
        // ruleid: c-strncpy-without-terminator
        strncpy(b, name, sizeof(b));
    }
    {
        char c[8];
        // ok: c-strncpy-without-terminator
        strncpy(c, name, sizeof(c) - 1);
        c[sizeof(c) - 1] = 0;
    }
    {
        char d[8];
        // ok: c-strncpy-without-terminator
        strncpy(d, name, sizeof(d));
        d[7] = 0;
    }
    // ok: c-strncpy-without-terminator
    // strncpy(a, name, sizeof(a));
}
