#include <cstddef>
#include <stdexcept>
#include <vector>

class Matrix {
public:
    Matrix(std::size_t rows, std::size_t cols) : rows_(rows), cols_(cols), data_(rows * cols) {}

    double get(std::size_t r, std::size_t c) const {
        return data_[r * cols_ + c];
    }

    double trace() const {
        double sum = 0;
        for (std::size_t i = 0; i < rows_; ++i) {
            sum += get(i, i);
        }
        return sum;
    }

private:
    std::size_t rows_;
    std::size_t cols_;
    std::vector<double> data_;
};
