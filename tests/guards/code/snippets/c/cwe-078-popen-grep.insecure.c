#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *build_command(const char *pattern, const char *file)
{
    size_t n = strlen(pattern) + strlen(file) + 32;
    char *cmd = malloc(n);
    if (cmd)
        snprintf(cmd, n, "grep -n '%s' %s", pattern, file);
    return cmd;
}

int search_logs(const char *pattern)
{
    char *cmd = build_command(pattern, "/var/log/app.log");
    if (!cmd)
        return -1;
    FILE *p = popen(cmd, "r");
    free(cmd);
    if (!p)
        return -1;
    char line[512];
    int hits = 0;
    while (fgets(line, sizeof(line), p)) {
        fputs(line, stdout);
        hits++;
    }
    pclose(p);
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
