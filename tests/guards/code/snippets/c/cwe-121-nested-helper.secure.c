#include <stdio.h>
#include <string.h>

typedef struct { char title[20]; int pages; } book;

static void set_title(book *b, const char *title)
{
    strncpy(b->title, title, sizeof(b->title) - 1);
    b->title[sizeof(b->title) - 1] = '\0';
}

int main(int argc, char **argv)
{
    book b = { "", 0 };
    set_title(&b, argc > 1 ? argv[1] : "none");
    printf("%s\n", b.title);
    return 0;
}
