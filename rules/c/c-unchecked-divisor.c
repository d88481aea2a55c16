void example(int argc, char **argv)
{
    {
        int a = atoi(argv[1]);
        // ruleid: c-unchecked-divisor
        int q = 100 / a;
    }
    {
        int b;
        scanf("%d", &b);
        // ruleid: c-unchecked-divisor
        int r = 100 % b;
    }
    {
        int c = atoi(argv[1]);
        if (c == 0) {
            return;
        }
        // ok: c-unchecked-divisor
        int s = 100 / c;
    }
    // ok: c-unchecked-divisor
    int t = 100 / 7;
    // ok: c-unchecked-divisor
    // int q = 100 / a;
}
