#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

int save_key(const char *path, const unsigned char *key, size_t length)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH);
    if (fd < 0)
        return -1;
    ssize_t put = write(fd, key, length);
    close(fd);
    return put == (ssize_t)length ? 0 : -1;
}
