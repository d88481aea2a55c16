void example(int argc, char **argv)
{
    {
        int a[10];
        for (int i = 0; i <= 10; i++) {
            // ruleid: c-inclusive-loop
            a[i] = 0;
        }
    }
    {
        char b[SIZE];
        for (int j = 0; j <= SIZE; j++) {
            // ruleid: c-inclusive-loop
            b[j] = 'x';
        }
    }
    {
        int c[10];
        for (int k = 0; k < 10; k++) {
            // ok: c-inclusive-loop
            c[k] = 0;
        }
    }
    {
        int d[11];
        for (int l = 0; l <= 10; l++) {
            // ok: c-inclusive-loop
            d[l] = 0;
        }
    }
    // ok: c-inclusive-loop
    // a[i] = 0;
}

int *numbers(int n) {
    int *all = malloc(n * sizeof(int));
    if (!all) return NULL;
    for (int i = 0; i <= n; i++) {
        // ruleid: c-inclusive-loop
        all[i] = i;
    }
    return all;
}

int *numbers_right(int n) {
    int *all = malloc(n * sizeof(int));
    if (!all) return NULL;
    for (int i = 0; i < n; i++) {
        // ok: c-inclusive-loop
        all[i] = i;
    }
    return all;
}
