void example(int argc, char **argv)
{
    // ruleid: c-stack-allocation
    char *a = alloca(size);
    // ruleid: c-stack-allocation
    char *b = _alloca(length + 1);
    // ok: c-stack-allocation
    char *c = malloc(size);
    // ok: c-stack-allocation
    char *d = alloca(64);
    // ok: c-stack-allocation
    // char *a = alloca(size);
}
