#include <stdint.h>
#include <stdlib.h>

uint8_t *new_frame(uint32_t width, uint32_t height, uint32_t depth)
{
    uint32_t size = width * height * depth;
    return malloc(size);
}
