#include <cstdint>
#include <cstdlib>
#include <limits>
#include <new>

class Grid {
    int* cells_;
public:
    Grid(int rows, int cols) {
        cells_ = static_cast<int*>(std::malloc(rows * cols * sizeof(int)));
    }
    ~Grid() { std::free(cells_); }
    Grid(const Grid&) = delete;
    Grid& operator=(const Grid&) = delete;
};
