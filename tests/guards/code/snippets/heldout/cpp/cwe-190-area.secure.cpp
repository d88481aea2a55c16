#include <cstdint>
#include <iostream>
#include <vector>

int main() {
    std::uint32_t n;
    std::cin >> n;
    if (n > 4096) return 1;
    std::vector<char> image;
    image.resize(n * n * 4);
    std::cout << image.size();
}
