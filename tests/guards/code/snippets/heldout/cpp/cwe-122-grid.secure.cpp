#include <cstddef>

class Grid {
public:
    Grid(std::size_t w, std::size_t h) : w_(w), h_(h), cells_(new int[w * h]()) {}
    ~Grid() { delete[] cells_; }
    Grid(const Grid&) = delete;
    Grid& operator=(const Grid&) = delete;

    void fillBorder(int v) {
        for (std::size_t x = 0; x < w_; ++x) {
            cells_[x] = v;
            cells_[(h_ - 1) * w_ + x] = v;
        }
    }

private:
    std::size_t w_;
    std::size_t h_;
    int* cells_;
};
