#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <dirent.h>

#define PATH_LEN 128

static void join(char *out, const char *dir, const char *name)
{
    strcpy(out, dir);
    strcat(out, "/");
    strcat(out, name);
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
        join(path, dir, e->d_name);
        if (stat(path, &st) == 0)
            total += st.st_size;
    }
    closedir(d);
    return total;
}
