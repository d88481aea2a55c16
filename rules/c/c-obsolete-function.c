#include <unistd.h>

void f(char *path, size_t size)
{
    // ruleid: c-obsolete-function
    getwd(path);
    // ruleid: c-obsolete-function
    char *user = getlogin();
    // ok: c-obsolete-function
    getcwd(path, size);
    // ok: c-obsolete-function
    uid_t who = geteuid();
    // getwd(path);
}
