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

static int share(int cents, int people) {
    // ruleid: c-unchecked-divisor
    return cents / people;
}

int shared(void) {
    int people = 0, ways = 0;
    fscanf(stdin, "%d", &people);
    if (scanf("%d", &ways) != 1 || ways <= 0) return 0;
    // ok: c-unchecked-divisor
    return share(100, people) + 100 / ways;
}
