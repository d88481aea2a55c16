#include <cstddef>
#include <memory>

// ruleid: cpp-raw-owner-copied
class Buffer {
    char *data_;
public:
    explicit Buffer(std::size_t n) : data_(new char[n]) {}
    ~Buffer() { delete[] data_; }
};

// ruleid: cpp-raw-owner-copied
class Owner {
    int *value_;
public:
    Owner() { value_ = new int(3); }
    ~Owner() {
        delete value_;
    }
};

// ok: cpp-raw-owner-copied
class Fixed {
    char *data_;
public:
    explicit Fixed(std::size_t n) : data_(new char[n]) {}
    Fixed(const Fixed &) = delete;
    ~Fixed() { delete[] data_; }
};

// ok: cpp-raw-owner-copied
class Copied {
    std::size_t size_;
    char *data_;
public:
    explicit Copied(std::size_t n) : size_(n), data_(new char[n]) {}
    Copied(const Copied &other) : size_(other.size_), data_(new char[other.size_]) {
        std::memcpy(data_, other.data_, size_);
    }
    Copied &operator=(const Copied &) = delete;
    ~Copied() { delete[] data_; }
};

// ok: cpp-raw-owner-copied
class Held {
    std::unique_ptr<char[]> data_;
public:
    ~Held() { }
    // ~Held() { delete[] data_; }
};
