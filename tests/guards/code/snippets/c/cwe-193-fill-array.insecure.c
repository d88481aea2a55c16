#include <stdio.h>

#define N 10

int main(void) {
    int squares[N];
    for (int i = 0; i <= N; i++)
        squares[i] = i * i;
    printf("%d\n", squares[N - 1]);
    return 0;
}
