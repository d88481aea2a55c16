#include <stdio.h>
#include <string.h>

struct user {
    char name[32];
    unsigned char mac[32];
};

static int equal_ct(const unsigned char *a, const unsigned char *b, size_t n)
{
    unsigned char diff = 0;
    for (size_t i = 0; i < n; i++)
        diff |= a[i] ^ b[i];
    return diff == 0;
}

int verify_mac(const struct user *u, const unsigned char *mac, size_t mac_len)
{
    return mac_len == sizeof(u->mac) && equal_ct(u->mac, mac, sizeof(u->mac));
}
