#include <stdio.h>
#include <string.h>

char nth(const char *s, int n) {
    if (n < 0 || (size_t)n >= strlen(s)) return '\0';
    return s[n];
}

int main(void) {
    int n;
    char text[] = "hello";
    if (scanf("%d", &n) != 1) return 1;
    printf("%c\n", nth(text, n));
    return 0;
}
