#include <fcntl.h>

void f(const char *path)
{
    // ruleid: c-open-without-mode
    open(path, O_CREAT | O_WRONLY);
    // ruleid: c-open-without-mode
    open(path, O_RDWR | O_CREAT | O_TRUNC);
    // ok: c-open-without-mode
    open(path, O_CREAT | O_WRONLY, 0600);
    // ok: c-open-without-mode
    open(path, O_RDONLY);
    // open(path, O_CREAT);
}
