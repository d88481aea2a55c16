#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <dirent.h>

#define PATH_LEN 128

static int join(char *out, size_t size, const char *dir, const char *name)
{
    int n = snprintf(out, size, "%s/%s", dir, name);
    return n >= 0 && (size_t)n < size ? 0 : -1;
}

long directory_size(const char *dir)
{
    long total = 0;
    DIR *d = opendir(dir);
    if (!d)
        return -1;
    struct dirent *e;
    while ((e = readdir(d)) != NULL) {
        char path[PATH_LEN];
        struct stat st;
        if (e->d_name[0] == '.')
            continue;
        if (join(path, sizeof(path), dir, e->d_name) != 0)
            continue;
        if (stat(path, &st) == 0)
            total += st.st_size;
    }
    closedir(d);
    return total;
}
