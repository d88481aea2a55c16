char *first(void) {
    char name[16];
    fill(name);
    // ruleid: c-return-local-array
    return name;
}
char *second(void) {
    char line[80];
    // ruleid: c-return-local-array
    return line;
}
char *third(void) {
    char *copy = malloc(16);
    // ok: c-return-local-array
    return copy;
}
int fourth(void) {
    char text[16];
    int used = fill(text);
    // ok: c-return-local-array
    return used;
}
// ok: c-return-local-array
// return name;
struct pair *fifth(void) {
    static struct pair found = {1, 2};
    // ok: c-return-local-array
    return &found;
}
