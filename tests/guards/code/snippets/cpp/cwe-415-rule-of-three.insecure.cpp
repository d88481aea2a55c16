#include <cstddef>
#include <cstring>

class Buffer {
public:
    explicit Buffer(std::size_t n) : size_(n), data_(new char[n]) {}
    ~Buffer() { delete[] data_; }

    char* data() { return data_; }
    std::size_t size() const { return size_; }

private:
    std::size_t size_;
    char* data_;
};

void fill(Buffer b, char c) {
    std::memset(b.data(), c, b.size());
}

int main() {
    Buffer b(128);
    fill(b, 'x');
    return 0;
}
