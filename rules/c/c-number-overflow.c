#include <limits.h>
#include <stdlib.h>

int f(const char *text, int balance)
{
    int amount = atoi(text);
    // ruleid: c-number-overflow
    int total = balance + amount;
    // ruleid: c-number-overflow
    int cents = amount * 100;
    return total;
}

int g(const char *text, int balance)
{
    int amount = atoi(text);
    if (amount < 0 || amount > INT_MAX - balance)
        return -1;
    // ok: c-number-overflow
    int total = balance + amount;
    // ok: c-number-overflow
    int next = balance + 1;
    // balance + amount
    return total;
}
