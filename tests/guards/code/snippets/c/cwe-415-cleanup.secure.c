#include <stdlib.h>
#include <string.h>

int process(const char *input) {
    char *tmp = malloc(64);
    if (tmp == NULL) return -1;
    if (strlen(input) >= 64) {
        free(tmp);
        return -1;
    }
    memcpy(tmp, input, strlen(input) + 1);
    if (tmp[0] == '#') goto fail;
    free(tmp);
    return 0;
fail:
    free(tmp);
    return -1;
}
