#include <stdio.h>
#include <string.h>

typedef struct { char title[20]; int pages; } book;

static void set_title(book *b, const char *title)
{
    strcpy(b->title, title);
}

int main(int argc, char **argv)
{
    book b = { "", 0 };
    set_title(&b, argc > 1 ? argv[1] : "none");
    printf("%s\n", b.title);
    return 0;
}
