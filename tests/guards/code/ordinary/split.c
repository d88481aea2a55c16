#include <stdio.h>
#include <string.h>
#include <stdlib.h>

char **split(const char *text, char separator, int *count) {
    char *copy = malloc(strlen(text) + 1);
    if (copy == NULL) return NULL;
    strcpy(copy, text);
    int parts = 1;
    for (const char *c = text; *c; c++)
        if (*c == separator) parts++;
    char **result = malloc(parts * sizeof(char *));
    if (result == NULL) {
        free(copy);
        return NULL;
    }
    int i = 0;
    char delimiter[2] = {separator, '\0'};
    char *token = strtok(copy, delimiter);
    while (token != NULL && i < parts) {
        result[i] = malloc(strlen(token) + 1);
        if (result[i] == NULL) break;
        strcpy(result[i], token);
        i++;
        token = strtok(NULL, delimiter);
    }
    free(copy);
    *count = i;
    return result;
}
