#include <cstddef>
#include <cstring>
#include <stdexcept>

class PacketBuffer {
public:
    explicit PacketBuffer(std::size_t capacity) : data_(new char[capacity]), capacity_(capacity) {}
    ~PacketBuffer() { delete[] data_; }
    PacketBuffer(const PacketBuffer&) = delete;
    PacketBuffer& operator=(const PacketBuffer&) = delete;

    void append(const char* src, std::size_t len) {
        if (len > capacity_ - used_) {
            throw std::length_error("packet buffer full");
        }
        std::memcpy(data_ + used_, src, len);
        used_ += len;
    }

private:
    char* data_;
    std::size_t capacity_;
    std::size_t used_ = 0;
};
