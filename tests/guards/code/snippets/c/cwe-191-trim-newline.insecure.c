#include <stdio.h>
#include <string.h>

int main(void)
{
    char line[256];
    while (fgets(line, sizeof(line), stdin)) {
        size_t len = strlen(line);
        if (line[len - 1] == '\n')
            line[--len] = '\0';
        while (line[len - 1] == ' ')
            line[--len] = '\0';
        printf("[%s]\n", line);
    }
    return 0;
}
