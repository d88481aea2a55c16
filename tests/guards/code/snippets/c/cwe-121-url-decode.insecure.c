#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void url_decode(const char *src, char *dst)
{
    while (*src) {
        if (*src == '%' && isxdigit((unsigned char)src[1]) && isxdigit((unsigned char)src[2])) {
            char hex[3] = { src[1], src[2], '\0' };
            *dst++ = (char)strtol(hex, NULL, 16);
            src += 3;
        } else if (*src == '+') {
            *dst++ = ' ';
            src++;
        } else {
            *dst++ = *src++;
        }
    }
    *dst = '\0';
}

int main(void)
{
    const char *query = getenv("QUERY_STRING");
    char value[128];
    if (!query)
        return 1;
    url_decode(query, value);
    printf("Content-Type: text/plain\r\n\r\n%zu characters\n", strlen(value));
    return 0;
}
