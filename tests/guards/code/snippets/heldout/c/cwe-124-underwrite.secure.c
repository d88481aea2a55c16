#include <stdio.h>
#include <string.h>

/* Removes white space at the end of a line. */
void trim_right(char *line)
{
    char *end = line + strlen(line) - 1;
    while (end >= line && (*end == ' ' || *end == '\t' || *end == '\n')) {
        *end = '\0';
        end--;
    }
}

int main(void)
{
    char line[128];
    if (fgets(line, sizeof(line), stdin) == NULL) return 1;
    trim_right(line);
    puts(line);
    return 0;
}
