#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#include <fcntl.h>

int send_otp(const char *phone, int (*sms)(const char *, const char *))
{
    char text[64];
    unsigned int raw;
    int fd = open("/dev/urandom", O_RDONLY);
    if (fd < 0)
        return -1;
    if (read(fd, &raw, sizeof(raw)) != sizeof(raw)) {
        close(fd);
        return -1;
    }
    close(fd);
    long otp = raw % 1000000;
    snprintf(text, sizeof(text), "Your code is %06ld", otp);
    return sms(phone, text);
}
