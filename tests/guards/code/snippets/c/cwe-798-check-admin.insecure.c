#include <string.h>
#include <stdlib.h>
#include <openssl/crypto.h>

int is_admin(const char *password) {
    return strcmp(password, "letmein123") == 0;
}
