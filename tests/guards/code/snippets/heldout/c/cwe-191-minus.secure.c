#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *body_of(const char *packet, size_t size)
{
    unsigned int header = (unsigned char)packet[0];
    if (header > size)
        return NULL;
    size_t length = size - header;
    char *copy = malloc(length + 1);
    if (copy == NULL)
        return NULL;
    memcpy(copy, packet + header, length);
    copy[length] = '\0';
    return copy;
}
