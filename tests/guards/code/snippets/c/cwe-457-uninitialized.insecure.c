#include <stdio.h>

int parse_level(const char *s) {
    int level;
    if (s[0] == 'd') level = 1;
    else if (s[0] == 'i') level = 2;
    else if (s[0] == 'e') level = 3;
    return level;
}

int main(int argc, char **argv) {
    printf("%d\n", parse_level(argc > 1 ? argv[1] : "x"));
    return 0;
}
