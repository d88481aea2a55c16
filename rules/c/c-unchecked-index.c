void example(int argc, char **argv)
{
    {
        int a = atoi(argv[1]);
        // ruleid: c-unchecked-index
        puts(names[a]);
    }
    {
        int b;
        scanf("%d", &b);
        // ruleid: c-unchecked-index
        table[b] = 1;
    }
    {
        int c = atoi(argv[1]);
        if (c < 0 || c >= 10) {
            return;
        }
        // ok: c-unchecked-index
        puts(names[c]);
    }
    {
        int d = atoi(argv[1]);
        if (d >= 0 && d < 10) {
            // ok: c-unchecked-index
            puts(names[d]);
        }
    }
    // ok: c-unchecked-index
    // puts(names[a]);
}
