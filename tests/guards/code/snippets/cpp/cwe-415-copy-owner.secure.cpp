#include <cstddef>
#include <memory>

class Buffer {
    std::unique_ptr<char[]> data_;
public:
    explicit Buffer(std::size_t n) : data_(new char[n]) {}
    char* data() { return data_.get(); }
};

void fill(Buffer b) { b.data()[0] = 'x'; }

int main() {
    Buffer b(16);
    fill(std::move(b));
}
