void example(int argc, char **argv)
{
    // ruleid: c-realloc-same-pointer
    list = realloc(list, size);
    // ruleid: c-realloc-same-pointer
    buf = realloc(buf, size * 2);
    // ok: c-realloc-same-pointer
    bigger = realloc(list, size);
    // ok: c-realloc-same-pointer
    buf = malloc(size);
    // ok: c-realloc-same-pointer
    // list = realloc(list, size);
}
