static int table[10];

int get(int index)
{
    int local[10];
    // ruleid: c-parameter-as-index
    local[index] = 1;
    // ruleid: c-parameter-as-index
    return local[index];
}

int checked(int index)
{
    int local[10];
    if (index < 0 || index >= 10)
        return -1;
    // ok: c-parameter-as-index
    local[index] = 1;
    // ok: c-parameter-as-index
    return local[2];
    // local[index]
}
