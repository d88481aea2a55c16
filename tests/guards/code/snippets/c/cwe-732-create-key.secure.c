#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

int save_private_key(const char *path, const unsigned char *key, size_t len) {
    int fd = open(path, O_CREAT | O_WRONLY | O_EXCL, 0600);
    if (fd < 0) return -1;
    ssize_t n = write(fd, key, len);
    close(fd);
    return n == (ssize_t)len ? 0 : -1;
}
