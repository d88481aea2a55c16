#include <stdlib.h>
#include <string.h>

typedef struct {
    char *buf;
    size_t len;
    size_t cap;
} strbuf;

int strbuf_init(strbuf *sb)
{
    sb->cap = 64;
    sb->len = 0;
    sb->buf = malloc(sb->cap);
    return sb->buf ? 0 : -1;
}

int strbuf_append(strbuf *sb, const char *s)
{
    size_t n = strlen(s);
    if (sb->len + n > sb->cap) {
        char *grown = realloc(sb->buf, sb->cap * 2);
        if (!grown)
            return -1;
        sb->buf = grown;
        sb->cap *= 2;
    }
    memcpy(sb->buf + sb->len, s, n + 1);
    sb->len += n;
    return 0;
}
