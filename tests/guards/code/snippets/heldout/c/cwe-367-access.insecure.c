#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int append(const char *path, const char *text)
{
    struct stat info;
    if (stat(path, &info) != 0 || !S_ISREG(info.st_mode))
        return -1;
    FILE *file = fopen(path, "a");
    if (file == NULL)
        return -1;
    fputs(text, file);
    fclose(file);
    return 0;
}
