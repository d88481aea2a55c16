#include <stdio.h>
#include <string.h>

int save_name(const char *name)
{
    FILE *file = fopen("name.txt", "w");
    if (file == NULL)
        return -1;
    if (fputs(name, file) == EOF) {
        fprintf(stderr, "could not write\n");
        fclose(file);
        return -1;
    }
    fclose(file);
    return 0;
}
