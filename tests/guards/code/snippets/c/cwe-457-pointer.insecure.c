#include <stdio.h>

void greet(int formal)
{
    const char *text;
    if (formal)
        text = "Good day";
    printf("%s\n", text);
}
