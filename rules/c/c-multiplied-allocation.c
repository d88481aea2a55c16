void example(int argc, char **argv)
{
    {
        // ruleid: c-multiplied-allocation
        int *a = malloc(count * sizeof(int));
    }
    {
        // ruleid: c-multiplied-allocation
        char *b = malloc(width * height);
    }
    {
        // ok: c-multiplied-allocation
        int *c = calloc(count, sizeof(int));
    }
    {
        if (count > SIZE_MAX / sizeof(int)) {
            return;
        }
        // ok: c-multiplied-allocation
        int *d = malloc(count * sizeof(int));
    }
    // ok: c-multiplied-allocation
    int *e = malloc(16 * sizeof(int));
    // ok: c-multiplied-allocation
    // int *a = malloc(count * sizeof(int));
}
