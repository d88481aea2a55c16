#include <stdio.h>
#include <stdlib.h>

void copy_table(void)
{
    int *table = NULL;
    int source[100] = {0};
    int i;

    switch (6) {
    case 6:
        table = (int *)malloc(100 * sizeof(int));
        if (table == NULL)
            exit(1);
        break;
    default:
        printf("never reached\n");
        break;
    }
    for (i = 0; i < 100; i++) {
        table[i] = source[i];
    }
    printf("%d\n", table[0]);
    free(table);
}
