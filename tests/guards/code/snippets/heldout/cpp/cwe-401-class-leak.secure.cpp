#include <cstring>
#include <cstddef>

class Buffer {
public:
    explicit Buffer(std::size_t n) : data_(new char[n]), size_(n) {}
    ~Buffer() { delete[] data_; }
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;
    char *data() { return data_; }
    std::size_t size() const { return size_; }
private:
    char *data_;
    std::size_t size_;
};

void clear(Buffer& buffer) {
    std::memset(buffer.data(), 0, buffer.size());
}
