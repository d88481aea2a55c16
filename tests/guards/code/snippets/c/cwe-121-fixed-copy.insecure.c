#include <stdio.h>
#include <string.h>

struct record {
    char name[32];
    int age;
};

int parse_record(const char *line, struct record *out)
{
    const char *comma = strchr(line, ',');
    if (comma == NULL)
        return -1;
    size_t length = (size_t)(comma - line);
    memcpy(out->name, line, length);
    out->name[length] = '\0';
    out->age = 0;
    return 0;
}
