#include <pthread.h>
#include <stdio.h>

static long balance = 0;

static void *deposit(void *arg) {
    (void)arg;
    for (int i = 0; i < 100000; i++) {
        balance += 1;
    }
    return NULL;
}

int main(void) {
    pthread_t a, b;
    pthread_create(&a, NULL, deposit, NULL);
    pthread_create(&b, NULL, deposit, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%ld\n", balance);
    return 0;
}
