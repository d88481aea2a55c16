int f(void)
{
    int a[5];
    char b[8];
    // ruleid: c-index-beyond-array
    a[5] = 1;
    // ruleid: c-index-beyond-array
    b[8] = 0;
    // ok: c-index-beyond-array
    a[4] = 1;
    // ok: c-index-beyond-array
    b[7] = 0;
    // a[5] = 1;
    return a[0] + b[0];
}
