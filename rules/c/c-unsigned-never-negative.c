#include <stddef.h>

void f(size_t n, int k)
{
    // ruleid: c-unsigned-never-negative
    for (size_t i = n; i >= 0; i--) {
        g(i);
    }
    // ruleid: c-unsigned-never-negative
    if (n < 0)
        return;
    // ok: c-unsigned-never-negative
    for (size_t i = n; i-- > 0;)
        g(i);
    // ok: c-unsigned-never-negative
    if (k < 0)
        return;
    // for (size_t i = n; i >= 0; i--)
}
