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

int same(const char *given, const char *name) {
    char own[32] = "";
    // ruleid: c-sizeof-pointer
    if (strncmp(given, name, sizeof(given)) == 0) return 1;
    // ok: c-sizeof-pointer
    return strncmp(own, name, sizeof(own)) == 0;
}

void clear(char name[32]) {
    // ruleid: c-sizeof-pointer
    memset(name, 0, sizeof(name));
}

void clear_right(char name[32]) {
    // ok: c-sizeof-pointer
    memset(name, 0, 32);
}
