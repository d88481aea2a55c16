#include <stdio.h>
#include <string.h>
#include <ctype.h>

void reverse(char *s) {
    int n = strlen(s);
    for (int i = 0; i < n / 2; i++) {
        char c = s[i];
        s[i] = s[n - 1 - i];
        s[n - 1 - i] = c;
    }
}

int is_palindrome(const char *s) {
    int left = 0, right = (int)strlen(s) - 1;
    while (left < right) {
        if (tolower((unsigned char)s[left]) != tolower((unsigned char)s[right]))
            return 0;
        left++;
        right--;
    }
    return 1;
}

int main(void) {
    char line[100];
    printf("Enter text: ");
    if (fgets(line, sizeof(line), stdin)) {
        line[strcspn(line, "\n")] = 0;
        printf("%s\n", is_palindrome(line) ? "yes" : "no");
        reverse(line);
        printf("%s\n", line);
    }
    return 0;
}
