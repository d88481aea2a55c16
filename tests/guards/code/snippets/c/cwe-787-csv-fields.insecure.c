#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_FIELDS 16

struct row {
    char *fields[MAX_FIELDS];
    int count;
};

void split_row(char *line, struct row *r)
{
    r->count = 0;
    char *tok = strtok(line, ",");
    while (tok != NULL) {
        r->fields[r->count++] = tok;
        tok = strtok(NULL, ",");
    }
}

int main(void)
{
    char line[4096];
    while (fgets(line, sizeof(line), stdin)) {
        struct row r;
        split_row(line, &r);
        if (r.count > 0)
            puts(r.fields[0]);
    }
    return 0;
}
