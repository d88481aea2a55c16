#include <new>
#include <iostream>

int sum_squares(int n) {
    int *squares = new (std::nothrow) int[n];
    int total = 0;
    for (int i = 0; i < n; ++i) {
        squares[i] = i * i;
        total += squares[i];
    }
    delete[] squares;
    return total;
}
