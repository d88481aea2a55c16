#include <cstdint>
#include <fstream>
#include <iostream>
#include <stdexcept>

int order() {
    int count = 0, price = 0;
    std::cin >> count >> price;
    // ruleid: cpp-number-overflow
    int total = count * price;
    return total;
}

int order_right() {
    int count = 0, price = 0;
    std::cin >> count >> price;
    if (count < 0 || price < 0) return -1;
    if (price != 0 && count > std::numeric_limits<int>::max() / price) return -1;
    // ok: cpp-number-overflow
    int total = count * price;
    return total;
}

std::uint8_t *pixels(std::ifstream &in, std::uint32_t height) {
    std::uint32_t width = 0;
    in.read(reinterpret_cast<char *>(&width), sizeof(width));
    // ruleid: cpp-number-overflow
    return new std::uint8_t[width * height];
}

std::uint8_t *pixels_right(std::ifstream &in, std::uint32_t height) {
    std::uint32_t width = 0;
    in.read(reinterpret_cast<char *>(&width), sizeof(width));
    if (width > 16384) throw std::runtime_error("too wide");
    // ok: cpp-number-overflow
    return new std::uint8_t[width * height];
}

int own(int count) {
    int price = 12;
    // ok: cpp-number-overflow
    int total = count * price;
    return total;
    // std::cin >> count; count * price
}
