#include <stdlib.h>
#include <wchar.h>

wchar_t *wide_copy(const wchar_t *text)
{
    size_t n = wcslen(text);
    wchar_t *copy = malloc((n + 1) * sizeof(wchar_t));
    if (copy == NULL) return NULL;
    wcscpy(copy, text);
    return copy;
}
