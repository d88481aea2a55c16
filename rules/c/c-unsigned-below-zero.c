#include <stdlib.h>

unsigned left(const char *text) {
    unsigned stock = strtoul(text, NULL, 10);
    // ruleid: c-unsigned-below-zero
    stock--;
    return stock;
}

unsigned long spent(const char *text, unsigned long price) {
    unsigned long balance = strtoul(text, NULL, 10);
    // ruleid: c-unsigned-below-zero
    balance -= price;
    return balance;
}

unsigned checked(const char *text, unsigned price) {
    unsigned stock = strtoul(text, NULL, 10);
    if (stock > 0)
        // ok: c-unsigned-below-zero
        stock--;
    if (stock >= price)
        // ok: c-unsigned-below-zero
        stock -= price;
    // stock--;
    return stock;
}
