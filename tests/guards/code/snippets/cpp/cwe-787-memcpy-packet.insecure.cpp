#include <cstdint>
#include <cstring>
#include <stdexcept>

struct Message { std::uint8_t body[64]; std::size_t size; };

Message decode(const std::uint8_t* data, std::size_t length) {
    Message m{};
    std::uint8_t declared = data[0];
    std::memcpy(m.body, data + 1, declared);
    m.size = declared;
    return m;
}
