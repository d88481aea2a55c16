#include <stddef.h>

int table_get(const int *table, size_t size, int index, int *value) {
    if (index < 0 || (size_t)index >= size) return -1;
    *value = table[index];
    return 0;
}
