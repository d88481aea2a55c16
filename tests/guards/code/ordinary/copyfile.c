#include <stdio.h>
#include <stdlib.h>

int main(int argc, char *argv[]) {
    if (argc != 3) {
        fprintf(stderr, "Usage: %s <source> <destination>\n", argv[0]);
        return 1;
    }
    FILE *src = fopen(argv[1], "rb");
    if (src == NULL) {
        perror("Error opening source file");
        return 1;
    }
    FILE *dst = fopen(argv[2], "wb");
    if (dst == NULL) {
        perror("Error opening destination file");
        fclose(src);
        return 1;
    }
    char buffer[4096];
    size_t n;
    while ((n = fread(buffer, 1, sizeof(buffer), src)) > 0) {
        if (fwrite(buffer, 1, n, dst) != n) {
            perror("write");
            fclose(src);
            fclose(dst);
            return 1;
        }
    }
    fclose(src);
    fclose(dst);
    printf("File copied successfully.\n");
    return 0;
}
