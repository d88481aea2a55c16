#include <string.h>

struct packet { char *data; size_t used, room; };

void append(struct packet *p, const char *from, size_t n) {
    // ruleid: c-append-without-room
    memcpy(p->data + p->used, from, n);
    p->used += n;
}

void append_at(struct packet *p, const void *from, unsigned n) {
    // ruleid: c-append-without-room
    memcpy(&p->data[p->used], from, n);
    p->used += n;
}

int append_right(struct packet *p, const char *from, size_t n) {
    if (n > p->room - p->used) return -1;
    // ok: c-append-without-room
    memcpy(p->data + p->used, from, n);
    p->used += n;
    return 0;
}

void append_grown(struct packet *p, const char *from, size_t n) {
    make_room(p, n);
    // ok: c-append-without-room
    memcpy(p->data + p->used, from, n);
    p->used += n;
    // memcpy(p->data + p->used, from, n);
}
