#include <stdio.h>
#include <string.h>

int main(void) {
    char command[64];
    printf("> ");
    if (fgets(command, sizeof command, stdin) == NULL) return 1;
    command[strcspn(command, "\r\n")] = '\0';
    printf("you said %s\n", command);
    return 0;
}
