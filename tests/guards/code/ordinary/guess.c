#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int main() {
    int guess, attempts = 0;
    srand((unsigned int)time(NULL));
    int number = (rand() % 100) + 1;
    printf("Guess the number between 1 and 100\n");
    do {
        printf("Enter your guess: ");
        if (scanf("%d", &guess) != 1) {
            printf("Invalid input\n");
            return 1;
        }
        attempts++;
        if (guess > number) printf("Too high!\n");
        else if (guess < number) printf("Too low!\n");
        else printf("You got it in %d attempts\n", attempts);
    } while (guess != number);
    return 0;
}
