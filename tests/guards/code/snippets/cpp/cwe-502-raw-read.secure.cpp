#include <fstream>
#include <string>
#include <cstdint>

struct Header { std::uint32_t magic; std::uint32_t count; };

bool load(const std::string& path, std::string& body) {
    std::ifstream in(path, std::ios::binary);
    Header h{};
    if (!in.read(reinterpret_cast<char*>(&h), sizeof h)) return false;
    if (h.magic != 0x4c4f4144 || h.count > 1u << 20) return false;
    body.resize(h.count);
    in.read(&body[0], h.count);
    return in.good();
}
