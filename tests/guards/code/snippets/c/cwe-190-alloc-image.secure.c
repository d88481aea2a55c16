#include <stdint.h>
#include <stdlib.h>

struct image { uint32_t width, height; uint8_t *pixels; };

struct image *image_new(uint32_t width, uint32_t height) {
    struct image *img = malloc(sizeof *img);
    if (!img) return NULL;
    if (width == 0 || height > SIZE_MAX / 4 / width) {
        free(img);
        return NULL;
    }
    img->width = width;
    img->height = height;
    img->pixels = calloc((size_t)width * height, 4);
    if (!img->pixels) {
        free(img);
        return NULL;
    }
    return img;
}
