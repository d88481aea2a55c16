#include <cstdlib>
#include <limits>
#include <new>

class Grid {
    int *cells_;
public:
    Grid(int rows, int cols) {
        // ruleid: cpp-multiplied-allocation
        cells_ = static_cast<int *>(std::malloc(rows * cols * sizeof(int)));
    }
};

int *table(int rows, int cols) {
    // ruleid: cpp-multiplied-allocation
    return new int[rows * cols];
}

int *table_right(int rows, int cols) {
    if (rows <= 0 || cols <= 0 || rows > std::numeric_limits<int>::max() / cols) throw std::bad_alloc();
    // ok: cpp-multiplied-allocation
    return new int[rows * cols];
}

int *fixed() {
    // ok: cpp-multiplied-allocation
    return new int[8 * 8];
    // new int[rows * cols]
}
