#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char *argv[]) {
    char cmd[1024];
    int width;
    if (argc < 3) return 1;
    width = atoi(argv[2]);
    snprintf(cmd, sizeof(cmd), "convert '%s' -resize %d out.png", argv[1], width);
    return system(cmd);
}
