#include <stdio.h>
#include <string.h>
#include <stdlib.h>

extern int verify_password_hash(const char *hash, const char *pass);

int is_admin(const char *user, const char *pass)
{
    const char *admin = getenv("ADMIN_USER");
    const char *hash = getenv("ADMIN_PASS_HASH");
    if (!admin || !hash)
        return 0;
    return strcmp(user, admin) == 0 && verify_password_hash(hash, pass);
}
