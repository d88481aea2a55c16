#include <stdlib.h>
#include <string.h>

/* Escape a string for HTML. */
char *html_escape(const char *in)
{
    size_t n = strlen(in);
    char *out = malloc(n * 4 + 1);
    if (!out)
        return NULL;
    char *p = out;
    for (; *in; in++) {
        switch (*in) {
        case '<':
            memcpy(p, "&lt;", 4);
            p += 4;
            break;
        case '>':
            memcpy(p, "&gt;", 4);
            p += 4;
            break;
        case '&':
            memcpy(p, "&amp;", 5);
            p += 5;
            break;
        case '"':
            memcpy(p, "&quot;", 6);
            p += 6;
            break;
        default:
            *p++ = *in;
        }
    }
    *p = '\0';
    return out;
}
