#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int append_line(const char *path, const char *line) {
    struct stat st;
    int fd = open(path, O_WRONLY | O_APPEND | O_NOFOLLOW);
    if (fd < 0) return -1;
    if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) { close(fd); return -1; }
    int rc = dprintf(fd, "%s\n", line);
    close(fd);
    return rc < 0 ? -1 : 0;
}
