#include <cstddef>
#include <memory>

class Buffer {
    char* data_;
public:
    explicit Buffer(std::size_t n) : data_(new char[n]) {}
    ~Buffer() { delete[] data_; }
    char* data() { return data_; }
};

void fill(Buffer b) { b.data()[0] = 'x'; }

int main() {
    Buffer b(16);
    fill(b);
}
