void example(int argc, char **argv)
{
    {
        char a[16];
        // ruleid: c-copy-by-source-length
        memcpy(a, name, strlen(name) + 1);
    }
    {
        char b[16];
        // ruleid: c-copy-by-source-length
        strncpy(b, name, strlen(name));
    }
    {
        char c[16];
        if (strlen(name) >= sizeof(c)) {
            return;
        }
        // ok: c-copy-by-source-length
        memcpy(c, name, strlen(name) + 1);
    }
    {
        char d[16];
        // ok: c-copy-by-source-length
        memcpy(d, name, sizeof(d));
    }
    // ok: c-copy-by-source-length
    // memcpy(a, name, strlen(name) + 1);
}
