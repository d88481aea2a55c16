void example(int argc, char **argv)
{
    {
        // ruleid: c-setuid-unchecked
        setuid(1000);
    }
    {
        // ruleid: c-setuid-unchecked
        setgid(getgid());
        puts("dropped");
    }
    if (setuid(1000) != 0) {
        // ok: c-setuid-unchecked
        abort();
    }
    // ok: c-setuid-unchecked
    int done = setgid(1000);
    // ok: c-setuid-unchecked
    if (setuid(getuid()) == -1) abort();
    // ok: c-setuid-unchecked
    // setuid(1000);
}
