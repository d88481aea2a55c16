#include <iostream>
#include <array>

int main() {
    int slots[8] = {};
    int index, value;
    std::cin >> index >> value;
    slots[index] = value;
    std::cout << slots[0];
    return 0;
}
