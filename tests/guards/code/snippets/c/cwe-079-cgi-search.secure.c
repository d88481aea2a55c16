#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void put_escaped(const char *s)
{
    for (; *s; s++) {
        switch (*s) {
        case '<': fputs("&lt;", stdout); break;
        case '>': fputs("&gt;", stdout); break;
        case '&': fputs("&amp;", stdout); break;
        case '"': fputs("&quot;", stdout); break;
        default: putchar(*s);
        }
    }
}

int main(void)
{
    const char *query = getenv("QUERY_STRING");
    const char *term = query ? strstr(query, "q=") : NULL;
    printf("Content-Type: text/html\r\n\r\n");
    printf("<html><body><h1>Search</h1>");
    if (term) {
        term += 2;
        printf("<p>No results for <b>");
        put_escaped(term);
        printf("</b></p>");
    }
    printf("</body></html>");
    return 0;
}
