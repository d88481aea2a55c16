#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>

static long balance = 0;
int visits;
static atomic_int safe_visits;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void *deposit(void *arg) {
    for (int i = 0; i < 1000; i++) {
        // ruleid: c-shared-without-lock
        balance += 1;
    }
    // ruleid: c-shared-without-lock
    visits++;
    return arg;
}

static void *deposit_right(void *arg) {
    int own = 0;
    for (int i = 0; i < 1000; i++) {
        pthread_mutex_lock(&lock);
        // ok: c-shared-without-lock
        balance += 1;
        pthread_mutex_unlock(&lock);
        // ok: c-shared-without-lock
        own++;
    }
    // ok: c-shared-without-lock
    safe_visits++;
    // balance += 1;
    return arg;
}
