int f(int level)
{
    // ruleid: c-assignment-as-condition
    if (level = 5) {
        return 1;
    }
    // ruleid: c-assignment-as-condition
    if (level = 0)
        return 2;
    // ok: c-assignment-as-condition
    if (level == 5)
        return 3;
    int c;
    // ok: c-assignment-as-condition
    if ((c = next()) != 0)
        return c;
    // if (level = 5)
    return 0;
}
