#include <stdint.h>
#include <stdlib.h>

uint8_t *new_frame(uint32_t width, uint32_t height, uint32_t depth)
{
    if (width == 0 || height == 0 || depth == 0 || width > 16384 || height > 16384 || depth > 4)
        return NULL;
    size_t size = (size_t)width * height * depth;
    return malloc(size);
}
