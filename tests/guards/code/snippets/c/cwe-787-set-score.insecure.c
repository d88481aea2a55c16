#include <stdio.h>
#include <stdlib.h>

int main(int argc, char *argv[]) {
    int scores[10] = {0};
    if (argc != 3) return 1;
    int index = atoi(argv[1]);
    int value = atoi(argv[2]);
    scores[index] = value;
    for (int i = 0; i < 10; i++) printf("%d ", scores[i]);
    return 0;
}
