#include <stdio.h>
#include <string.h>

int main(void) {
    char command[64];
    printf("> ");
    gets(command);
    printf("you said %s\n", command);
    return 0;
}
