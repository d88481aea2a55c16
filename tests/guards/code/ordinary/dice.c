#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int roll(int sides) {
    return rand() % sides + 1;
}

void shuffle(int *cards, int n) {
    for (int i = n - 1; i > 0; i--) {
        int j = rand() % (i + 1);
        int tmp = cards[i];
        cards[i] = cards[j];
        cards[j] = tmp;
    }
}

int main(void) {
    srand(time(NULL));
    int cards[52];
    for (int i = 0; i < 52; i++) cards[i] = i;
    shuffle(cards, 52);
    printf("You rolled a %d and drew card %d\n", roll(6), cards[0]);
    return 0;
}
