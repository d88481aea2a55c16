#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#include <fcntl.h>

int send_otp(const char *phone, int (*sms)(const char *, const char *))
{
    char text[64];
    srandom(time(NULL) ^ getpid());
    long otp = random() % 1000000;
    snprintf(text, sizeof(text), "Your code is %06ld", otp);
    return sms(phone, text);
}
