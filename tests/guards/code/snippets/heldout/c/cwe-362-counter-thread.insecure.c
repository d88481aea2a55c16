#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct account {
    long balance;
    pthread_mutex_t lock;
};

static struct account acct = { 1000, PTHREAD_MUTEX_INITIALIZER };

static void *withdraw(void *arg)
{
    long amount = *(long *)arg;
    if (acct.balance >= amount) {
        acct.balance -= amount;
        printf("dispensed %ld\n", amount);
    }
    return NULL;
}

int main(void)
{
    pthread_t t[4];
    long amount = 400;
    for (int i = 0; i < 4; i++)
        if (pthread_create(&t[i], NULL, withdraw, &amount) != 0)
            exit(1);
    for (int i = 0; i < 4; i++)
        pthread_join(t[i], NULL);
    printf("left: %ld\n", acct.balance);
    return 0;
}
