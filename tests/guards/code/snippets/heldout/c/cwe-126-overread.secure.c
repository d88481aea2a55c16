#include <stdio.h>
#include <string.h>

void print_copy(void)
{
    char *data;
    char shorter[50];
    char longer[100];
    char dest[100];
    memset(shorter, 'A', 49);
    shorter[49] = '\0';
    memset(longer, 'B', 99);
    longer[99] = '\0';
    data = longer;
    memset(dest, 'C', 99);
    dest[99] = '\0';
    for (size_t i = 0; i < strlen(dest); i++)
    {
        dest[i] = data[i];
    }
    dest[99] = '\0';
    printf("%s\n", dest);
}
