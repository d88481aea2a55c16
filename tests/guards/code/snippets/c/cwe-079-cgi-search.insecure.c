#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    const char *query = getenv("QUERY_STRING");
    const char *term = query ? strstr(query, "q=") : NULL;
    printf("Content-Type: text/html\r\n\r\n");
    printf("<html><body><h1>Search</h1>");
    if (term) {
        term += 2;
        printf("<p>No results for <b>%s</b></p>", term);
    }
    printf("</body></html>");
    return 0;
}
