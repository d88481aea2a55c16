#include <cstdint>
#include <iostream>
#include <vector>

int main() {
    std::uint32_t n;
    std::cin >> n;
    std::vector<char> image;
    image.resize(n * n * 4);
    std::cout << image.size();
}
