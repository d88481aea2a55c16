#include <cstdint>
#include <cstring>
#include <stdexcept>

struct Message { std::uint8_t body[64]; std::size_t size; };

Message decode(const std::uint8_t* data, std::size_t length) {
    Message m{};
    std::uint8_t declared = data[0];
    if (length < 1 || declared > sizeof(m.body) || declared > length - 1) throw std::runtime_error("bad packet");
    std::memcpy(m.body, data + 1, declared);
    m.size = declared;
    return m;
}
