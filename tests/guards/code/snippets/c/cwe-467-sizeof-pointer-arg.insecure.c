#include <stdio.h>
#include <string.h>

int authenticate(char *given_name, char *given_password)
{
    char *name = "admin";
    if (strncmp(given_name, name, sizeof(given_name)) != 0) {
        puts("unknown user");
        return 0;
    }
    return given_password[0] != '\0';
}
