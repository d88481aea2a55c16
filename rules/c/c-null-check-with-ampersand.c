#include <stddef.h>

struct pair { int one, two; };

int is_five(struct pair *p, const char *text) {
    // ruleid: c-null-check-with-ampersand
    if ((p != NULL) & (p->one == 5)) return 1;
    // ok: c-null-check-with-ampersand
    if ((p != NULL) && (p->one == 5)) return 1;
    // ruleid: c-null-check-with-ampersand
    if ((text == NULL) | (text[0] == 0)) return 0;
    // ok: c-null-check-with-ampersand
    if ((text == NULL) || (text[0] == 0)) return 0;
    // (p != NULL) & (p->one == 5)
    return 0;
}
