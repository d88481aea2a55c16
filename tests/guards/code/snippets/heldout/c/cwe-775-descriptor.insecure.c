#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <stdio.h>

void write_report(const char *body, size_t length)
{
    int fd = open("report.txt", O_RDWR | O_CREAT, S_IREAD | S_IWRITE);
    if (fd != -1)
    {
        if (write(fd, body, length) < 0)
            perror("write");
        /* the report is written */
    }
}
