#include <stdio.h>
#include <string.h>

struct option { char key[32]; char value[64]; };

int parse_option(const char *line, struct option *o) {
    const char *eq = strchr(line, '=');
    if (eq == NULL) return -1;
    size_t klen = (size_t)(eq - line);
    memcpy(o->key, line, klen);
    o->key[klen] = '\0';
    strcpy(o->value, eq + 1);
    return 0;
}
