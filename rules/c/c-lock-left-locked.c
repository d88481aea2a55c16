#include <pthread.h>

int take(struct stock *s, int n) {
    pthread_mutex_lock(&s->lock);
    if (s->count < n) {
        // ruleid: c-lock-left-locked
        return -1;
    }
    if (n == 0)
        // ruleid: c-lock-left-locked
        return 0;
    s->count -= n;
    pthread_mutex_unlock(&s->lock);
    // ok: c-lock-left-locked
    return n;
}

int take_right(struct stock *s, int n) {
    if (n < 0) {
        // ok: c-lock-left-locked
        return -1;
    }
    pthread_mutex_lock(&s->lock);
    if (s->count < n) {
        pthread_mutex_unlock(&s->lock);
        // ok: c-lock-left-locked
        return -1;
    }
    s->count -= n;
    pthread_mutex_unlock(&s->lock);
    // pthread_mutex_lock(&s->lock); return -1;
    return n;
}
