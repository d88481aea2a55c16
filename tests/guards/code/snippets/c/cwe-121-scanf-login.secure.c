#include <stdio.h>
#include <string.h>

int main(void) {
    char user[20];
    char pin[8];
    printf("user: ");
    if (scanf("%19s", user) != 1) return 1;
    printf("pin: ");
    if (scanf("%7s", pin) != 1) return 1;
    printf("welcome %s\n", user);
    return strlen(pin) == 4 ? 0 : 1;
}
