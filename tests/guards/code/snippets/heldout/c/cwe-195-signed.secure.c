#include <string.h>
#include <sys/types.h>

int take(char *out, int size, const char *in, int length)
{
    char local[256];
    if (length < 0 || length > (int)sizeof(local))
        return -1;
    memcpy(local, in, length);
    memcpy(out, local, size < 256 ? 1 : 1);
    return 0;
}
