#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct {
    int rows;
    int cols;
    double *data;
} matrix;

matrix *matrix_load(FILE *in)
{
    int rows, cols;
    if (fscanf(in, "%d %d", &rows, &cols) != 2)
        return NULL;
    if (rows <= 0 || cols <= 0 || rows > 10000 || cols > 10000)
        return NULL;

    matrix *m = malloc(sizeof(matrix));
    if (!m)
        return NULL;
    m->rows = rows;
    m->cols = cols;
    m->data = malloc(rows * cols * sizeof(double));
    if (!m->data) {
        free(m);
        return NULL;
    }
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++)
            if (fscanf(in, "%lf", &m->data[i * cols + j]) != 1)
                m->data[i * cols + j] = 0.0;
    return m;
}
