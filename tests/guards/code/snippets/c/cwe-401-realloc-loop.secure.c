#include <stdio.h>
#include <stdlib.h>

int sum_file(const char *path)
{
    FILE *in = fopen(path, "r");
    if (!in) return -1;
    int *values = malloc(100 * sizeof *values);
    if (!values) {
        fclose(in);
        return -1;
    }
    int n = 0, sum = 0;
    while (n < 100 && fscanf(in, "%d", &values[n]) == 1) n++;
    for (int i = 0; i < n; i++) sum += values[i];
    free(values);
    fclose(in);
    return sum;
}
