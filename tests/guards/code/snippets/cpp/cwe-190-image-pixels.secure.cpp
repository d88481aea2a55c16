#include <cstdint>
#include <fstream>
#include <limits>
#include <memory>
#include <stdexcept>

struct Image {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::unique_ptr<std::uint8_t[]> pixels;
};

Image loadRaw(std::ifstream& in) {
    Image img;
    in.read(reinterpret_cast<char*>(&img.width), sizeof(img.width));
    in.read(reinterpret_cast<char*>(&img.height), sizeof(img.height));
    if (!in) throw std::runtime_error("truncated header");
    if (img.width == 0 || img.height == 0 || img.width > 16384 || img.height > 16384)
        throw std::runtime_error("bad dimensions");
    std::size_t size = static_cast<std::size_t>(img.width) * img.height * 4;
    img.pixels = std::make_unique<std::uint8_t[]>(size);
    for (std::uint32_t y = 0; y < img.height; ++y) {
        in.read(reinterpret_cast<char*>(img.pixels.get()) + static_cast<std::size_t>(y) * img.width * 4, img.width * 4);
    }
    return img;
}
