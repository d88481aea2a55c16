#include <iostream>
#include <array>

int main() {
    int slots[8] = {};
    int index, value;
    std::cin >> index >> value;
    if (!std::cin || index < 0 || index >= 8) return 1;
    slots[index] = value;
    std::cout << slots[0];
    return 0;
}
