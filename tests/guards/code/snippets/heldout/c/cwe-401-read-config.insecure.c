#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct config {
    char *host;
    int port;
};

struct config *config_load(const char *path)
{
    FILE *f = fopen(path, "r");
    if (!f)
        return NULL;
    struct config *cfg = calloc(1, sizeof(*cfg));
    if (!cfg) {
        fclose(f);
        return NULL;
    }
    char line[256];
    while (fgets(line, sizeof(line), f)) {
        char *eq = strchr(line, '=');
        if (!eq) {
            fprintf(stderr, "bad line: %s", line);
            return NULL;
        }
        *eq = '\0';
        eq[1 + strcspn(eq + 1, "\r\n")] = '\0';
        if (strcmp(line, "host") == 0) {
            free(cfg->host);
            cfg->host = strdup(eq + 1);
        } else if (strcmp(line, "port") == 0) {
            cfg->port = atoi(eq + 1);
        }
    }
    fclose(f);
    return cfg;
}
