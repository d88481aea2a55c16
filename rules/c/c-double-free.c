void example(int argc, char **argv)
{
    {
        // ruleid: c-double-free
        free(a);
        puts("again");
        free(a);
    }
    {
        // ruleid: c-double-free
        free(b);
        free(b);
    }
    {
        // ok: c-double-free
        free(c);
        c = NULL;
        free(c);
    }
    if (broken) {
        // ok: c-double-free
        free(d);
        return;
    }
    free(d);
    // ok: c-double-free
    // free(a);
}
