#include <stdio.h>
#include <stdlib.h>

char *escape_html(const char *text);

int main(void) {
    const char *name = getenv("QUERY_STRING");
    puts("Content-Type: text/html\r\n\r");
    // ruleid: c-reflected-xss
    printf("<h1>Hello %s</h1>", name);
    // ruleid: c-reflected-xss
    puts(name);
    char *safe = escape_html(name);
    // ok: c-reflected-xss
    printf("<h1>Hello %s</h1>", safe);
    // ok: c-reflected-xss
    printf("<h1>Page %d</h1>", atoi(name));
    // ok: c-reflected-xss
    fprintf(stderr, "asked for %s\n", name);
    // printf("<p>%s</p>", name);
    return 0;
}
