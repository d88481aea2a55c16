#include <stdio.h>
#include <string.h>

char nth(const char *s, int n) {
    return s[n];
}

int main(void) {
    int n;
    char text[] = "hello";
    if (scanf("%d", &n) != 1) return 1;
    printf("%c\n", text[n]);
    return 0;
}
