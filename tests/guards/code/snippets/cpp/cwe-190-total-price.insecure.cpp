#include <cstdint>
#include <iostream>
#include <limits>

int main() {
    int quantity = 0;
    int unitPrice = 0;
    std::cout << "quantity and unit price: ";
    std::cin >> quantity >> unitPrice;
    int total = quantity * unitPrice;
    std::cout << "total: " << total << '\n';
    return 0;
}
