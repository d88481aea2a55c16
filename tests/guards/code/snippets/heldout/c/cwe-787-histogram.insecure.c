#include <stdio.h>

int main(void) {
    int counts[101] = {0}, grade;
    while (scanf("%d", &grade) == 1) {
        counts[grade]++;
    }
    printf("%d\n", counts[100]);
    return 0;
}
