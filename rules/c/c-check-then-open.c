void example(int argc, char **argv)
{
    {
        if (access(path, W_OK) == 0) {
            // ruleid: c-check-then-open
            FILE *a = fopen(path, "w");
        }
    }
    {
        if (stat(path, &st) != 0) {
            return;
        }
        // ruleid: c-check-then-open
        int b = open(path, O_RDONLY);
    }
    {
        // ok: c-check-then-open
        int c = open(path, O_RDONLY);
        if (fstat(c, &st) != 0) {
            return;
        }
    }
    {
        // ok: c-check-then-open
        FILE *d = fopen(path, "r");
    }
    // ok: c-check-then-open
    // FILE *a = fopen(path, "w");
}
