#include <stdio.h>
#include <stdlib.h>

char *load(const char *path, size_t size)
{
    char *data = malloc(size + 1);
    if (data == NULL)
        return NULL;
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        free(data);
        return NULL;
    }
    size_t got = fread(data, 1, size, file);
    data[got] = '\0';
    fclose(file);
    return data;
}
