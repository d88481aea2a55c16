void f(const char *s)
{
    char b[64];
    int i = 0;
    // ruleid: c-copy-until-terminator
    while (s[i]) {
        b[i] = s[i];
        i++;
    }
    // ruleid: c-copy-until-terminator
    for (int k = 0; s[k] != '\0'; k++)
        b[k] = s[k];
    // ok: c-copy-until-terminator
    for (int k = 0; k < 63 && s[k] != '\0'; k++)
        b[k] = s[k];
    // ok: c-copy-until-terminator
    while (s[i] && i < 63) {
        b[i] = s[i];
        i++;
    }
    // while (s[i]) b[i] = s[i];
}
