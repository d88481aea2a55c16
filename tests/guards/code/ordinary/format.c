#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *int_to_string(int n) {
    char *buffer = malloc(12);
    if (buffer == NULL) return NULL;
    sprintf(buffer, "%d", n);
    return buffer;
}

void print_time(int h, int m, int s) {
    char text[9];
    snprintf(text, sizeof(text), "%02d:%02d:%02d", h, m, s);
    printf("%s\n", text);
}

void hex(const unsigned char *bytes, size_t n, char *out) {
    for (size_t i = 0; i < n; i++)
        sprintf(out + 2 * i, "%02x", bytes[i]);
    out[2 * n] = '\0';
}

char *concat(const char *a, const char *b) {
    char *result = malloc(strlen(a) + strlen(b) + 1);
    if (result == NULL) {
        fprintf(stderr, "out of memory\n");
        exit(1);
    }
    strcpy(result, a);
    strcat(result, b);
    return result;
}
