#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void copy_prefix(void)
{
    short length = 0;
    char source[100], dest[100] = "";
    char text[8];
    if (fgets(text, sizeof text, stdin) == NULL) return;
    length = (short)atoi(text);
    memset(source, 'A', 99);
    source[99] = '\0';
    if (length >= 0 && length < 100)
    {
        strncpy(dest, source, length);
        dest[length] = '\0';
    }
    puts(dest);
}
