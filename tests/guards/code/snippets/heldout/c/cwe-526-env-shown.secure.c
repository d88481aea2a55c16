#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    const char *password = getenv("DB_PASSWORD");
    if (password == NULL) {
        fprintf(stderr, "DB_PASSWORD is not set\n");
        return 1;
    }
    printf("connecting\n");
    return 0;
}
