#include <stdio.h>
#include <stdlib.h>

int main(int argc, char *argv[]) {
    int scores[10] = {0};
    if (argc != 3) return 1;
    int index = atoi(argv[1]);
    int value = atoi(argv[2]);
    if (index < 0 || index >= 10) {
        fprintf(stderr, "index out of range\n");
        return 1;
    }
    scores[index] = value;
    for (int i = 0; i < 10; i++) printf("%d ", scores[i]);
    return 0;
}
