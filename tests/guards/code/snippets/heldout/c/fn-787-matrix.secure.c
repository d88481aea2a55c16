#include <stdlib.h>

int set_cell(int *cells, int rows, int columns, int row, int column, int value)
{
    if (row < 0 || column < 0 || row >= rows || column >= columns)
        return -1;
    cells[row * columns + column] = value;
    return 0;
}
