#include <stdio.h>
#include <string.h>

/* Shows a label that was built from a fixed text. */
static void show_label(void)
{
    char *target;
    char small[50];
    char filler[100];

    target = small;
    target[0] = '\0';
    memset(filler, 'L', 99);
    filler[99] = '\0';
    memcpy(target, filler, 100 * sizeof(char));
    target[99] = '\0';
    printf("%s\n", target);
}

int main(void)
{
    show_label();
    return 0;
}
