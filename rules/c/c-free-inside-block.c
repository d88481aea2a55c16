#include <stdlib.h>
#include <string.h>

void skip(const char *source) {
    char *text = malloc(64);
    if (text == NULL) return;
    strncpy(text, source, 63);
    text[63] = '\0';
    while (*text == ' ')
        text++;
    // ruleid: c-free-inside-block
    free(text);
}

void header(void) {
    char *packet = malloc(64), *body;
    if (packet == NULL) return;
    body = packet + 8;
    // ruleid: c-free-inside-block
    free(body);
    // free(packet + 8);
}

void kept(const char *source) {
    char *text = malloc(64), *at = text;
    if (text == NULL) return;
    strncpy(text, source, 63);
    while (*at == ' ')
        at++;
    // ok: c-free-inside-block
    free(text);
    text = malloc(8);
    // ok: c-free-inside-block
    free(text);
}
