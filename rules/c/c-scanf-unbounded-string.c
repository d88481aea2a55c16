void example(int argc, char **argv) {
    char word[16];
    // ruleid: c-scanf-unbounded-string
    scanf("%s", word);
    // ruleid: c-scanf-unbounded-string
    fscanf(file, "%d %s", &n, word);
    // ok: c-scanf-unbounded-string
    scanf("%15s", word);
    // ok: c-scanf-unbounded-string
    scanf("%d", &n);
    // scanf("%s", word);
}
