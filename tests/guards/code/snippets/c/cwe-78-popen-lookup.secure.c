#include <stdio.h>
#include <string.h>
#include <ctype.h>

static int valid_host(const char *h) {
    if (!*h || strlen(h) > 253) return 0;
    for (; *h; h++)
        if (!isalnum((unsigned char)*h) && *h != '.' && *h != '-') return 0;
    return 1;
}

int main(void) {
    char host[256], cmd[320], out[1024];
    printf("Host: ");
    if (!fgets(host, sizeof(host), stdin)) return 1;
    host[strcspn(host, "\n")] = 0;
    if (!valid_host(host)) {
        fprintf(stderr, "invalid host\n");
        return 1;
    }
    sprintf(cmd, "nslookup %s", host);
    FILE *p = popen(cmd, "r");
    if (!p) return 1;
    while (fgets(out, sizeof(out), p)) printf("%s", out);
    pclose(p);
    return 0;
}
