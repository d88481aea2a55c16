#include <stdio.h>
#include <stdlib.h>

static int next_slot(void)
{
    char text[16] = "";
    if (fgets(text, sizeof text, stdin) != NULL)
        return atoi(text);
    return -1;
}

int main(void)
{
    int seats[10] = {0};
    int slot = next_slot();
    if (slot >= 0)
    {
        seats[slot] = 1;
        for (int i = 0; i < 10; i++)
            printf("%d ", seats[i]);
    }
    else
    {
        printf("No such seat\n");
    }
    return 0;
}
