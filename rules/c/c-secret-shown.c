#include <stdio.h>
#include <stdlib.h>

int open_database(void) {
    const char *password = getenv("DB_PASSWORD");
    if (password == NULL) {
        // ok: c-secret-shown
        fprintf(stderr, "%s is not set\n", "DB_PASSWORD");
        return 1;
    }
    // ruleid: c-secret-shown
    printf("connecting with %s\n", password);
    // ruleid: c-secret-shown
    fprintf(stderr, "%s\n", getenv("API_KEY"));
    // ok: c-secret-shown
    printf("home is %s\n", getenv("HOME"));
    // puts(password);
    return 0;
}
