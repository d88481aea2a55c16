void example(int argc, char **argv)
{
    {
        free(a);
        // ruleid: c-use-after-free
        puts(a);
    }
    {
        free(b);
        // ruleid: c-use-after-free
        use(b->next);
    }
    {
        puts(c);
        // ok: c-use-after-free
        free(c);
        c = NULL;
    }
    {
        free(d);
        d = strdup(name);
        // ok: c-use-after-free
        puts(d);
    }
    if (broken) {
        free(e);
        return;
    }
    // ok: c-use-after-free
    puts(e);
    // ok: c-use-after-free
    // puts(a);
}
