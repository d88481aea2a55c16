#include <cstdint>
#include <cstdlib>
#include <limits>
#include <new>

class Grid {
    int* cells_;
public:
    Grid(int rows, int cols) {
        if (rows <= 0 || cols <= 0 || rows > std::numeric_limits<int>::max() / cols) throw std::bad_alloc();
        cells_ = new int[static_cast<std::size_t>(rows) * cols]();
    }
    ~Grid() { delete[] cells_; }
    Grid(const Grid&) = delete;
    Grid& operator=(const Grid&) = delete;
};
