#include <stdio.h>
#include <string.h>

int main(int argc, char **argv) {
    char full[512] = "/var/log/app/";
    char line[256];
    if (argc != 2) {
        fprintf(stderr, "usage: %s LOGNAME\n", argv[0]);
        return 2;
    }
    strncat(full, argv[1], sizeof(full) - strlen(full) - 1);
    FILE *f = fopen(full, "r");
    if (f == NULL) {
        perror(full);
        return 1;
    }
    while (fgets(line, sizeof line, f))
        fputs(line, stdout);
    fclose(f);
    return 0;
}
