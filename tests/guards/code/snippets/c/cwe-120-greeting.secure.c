#include <stdio.h>
#include <string.h>

void greet(const char *name) {
    char buf[32];
    snprintf(buf, sizeof(buf), "Hello, %s", name);
    puts(buf);
}

int main(int argc, char *argv[]) {
    if (argc > 1) greet(argv[1]);
    return 0;
}
