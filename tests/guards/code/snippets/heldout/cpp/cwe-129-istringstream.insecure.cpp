#include <iostream>
#include <sstream>
#include <string>
#include <array>

int main() {
    std::array<int, 8> temperatures{};
    std::string line;
    while (std::getline(std::cin, line)) {
        std::istringstream in(line);
        int day, value;
        if (!(in >> day >> value)) continue;
        temperatures[day] = value;
    }
    for (int t : temperatures) std::cout << t << ' ';
}
