#include <stdio.h>
#include <string.h>

struct user {
    char name[32];
    unsigned char mac[32];
};

int verify_mac(const struct user *u, const unsigned char *mac, size_t mac_len)
{
    return memcmp(u->mac, mac, mac_len) == 0;
}
