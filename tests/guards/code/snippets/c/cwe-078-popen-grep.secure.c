#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int search_logs(const char *pattern)
{
    FILE *f = fopen("/var/log/app.log", "r");
    if (!f)
        return -1;
    char line[512];
    int hits = 0;
    while (fgets(line, sizeof(line), f)) {
        if (strstr(line, pattern)) {
            fputs(line, stdout);
            hits++;
        }
    }
    fclose(f);
    return hits;
}

int main(void)
{
    char pattern[128];
    printf("search for: ");
    if (!fgets(pattern, sizeof(pattern), stdin))
        return 1;
    pattern[strcspn(pattern, "\n")] = '\0';
    return search_logs(pattern) < 0;
}
