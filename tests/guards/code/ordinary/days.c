#include <stdio.h>
#include <string.h>

static const char *days[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

const char *day_name(int n) {
    if (n < 1 || n > 7) return "invalid";
    return days[n - 1];
}

void caesar(char *text, int shift) {
    for (int i = 0; text[i] != '\0'; i++) {
        char c = text[i];
        if (c >= 'a' && c <= 'z') text[i] = (c - 'a' + shift) % 26 + 'a';
        else if (c >= 'A' && c <= 'Z') text[i] = (c - 'A' + shift) % 26 + 'A';
    }
}

unsigned long long factorial(int n) {
    unsigned long long result = 1;
    for (int i = 2; i <= n; i++) result *= i;
    return result;
}

int fibonacci(int n) {
    int a = 0, b = 1;
    while (n-- > 0) { int t = a + b; a = b; b = t; }
    return a;
}

void build_path(char *out, size_t size) {
    char date[11];
    strcpy(date, "2024-01-01");
    snprintf(out, size, "log-%s.txt", date);
}
