#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct pixel { uint8_t r, g, b, a; };

struct pixel *new_image(uint32_t width, uint32_t height)
{
    if (height != 0 && width > SIZE_MAX / sizeof(struct pixel) / height)
        return NULL;
    struct pixel *image = malloc((size_t)width * height * sizeof(struct pixel));
    if (image == NULL)
        return NULL;
    memset(image, 0, sizeof(struct pixel));
    return image;
}
