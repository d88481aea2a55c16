#include <stdio.h>
#include <stdlib.h>

static const char *months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

int main(int argc, char **argv) {
    if (argc < 2) return 1;
    int m = atoi(argv[1]);
    if (m < 1 || m > 12) {
        fprintf(stderr, "month must be 1 to 12\n");
        return 1;
    }
    printf("%s\n", months[m - 1]);
    return 0;
}
