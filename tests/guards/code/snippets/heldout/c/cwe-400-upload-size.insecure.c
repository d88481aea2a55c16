#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_UPLOAD (8 * 1024 * 1024)

int main(void)
{
    const char *len_env = getenv("CONTENT_LENGTH");
    if (!len_env) {
        printf("Status: 411 Length Required\r\n\r\n");
        return 0;
    }
    long len = strtol(len_env, NULL, 10);
    char *body = malloc(len);
    if (!body) {
        printf("Status: 500 Internal Server Error\r\n\r\n");
        return 0;
    }
    size_t got = fread(body, 1, len, stdin);
    printf("Content-Type: text/plain\r\n\r\nreceived %zu bytes\n", got);
    free(body);
    return 0;
}
