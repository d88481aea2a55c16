#include <stdio.h>
#include <string.h>
#include <stdlib.h>

#define ADMIN_USER "admin"
#define ADMIN_PASS "letmein42"

int is_admin(const char *user, const char *pass)
{
    return strcmp(user, ADMIN_USER) == 0 && strcmp(pass, ADMIN_PASS) == 0;
}
