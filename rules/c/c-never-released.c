#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct list { char *name; };

int count(const char *path) {
    int lines = 0, c;
    // ruleid: c-never-released
    FILE *file = fopen(path, "r");
    if (file == NULL)
        return -1;
    while ((c = fgetc(file)) != EOF)
        lines += c == '\n';
    return lines;
}

void shout(const char *word) {
    // ruleid: c-never-released
    char *copy = strdup(word);
    if (copy != NULL)
        printf("%s!\n", copy);
    // strdup(word);
}

int closed(const char *path) {
    // ok: c-never-released
    FILE *file = fopen(path, "r");
    if (!file)
        return -1;
    int first = fgetc(file);
    fclose(file);
    return first;
}

void kept(struct list *list, const char *name) {
    // ok: c-never-released
    list->name = strdup(name);
}

char *returned(size_t size) {
    // ok: c-never-released
    char *room = malloc(size);
    if (room == NULL)
        return NULL;
    room[0] = '\0';
    return room;
}

void handed_on(const char *name) {
    // ok: c-never-released
    char *copy = strdup(name);
    take_over(copy);
}
