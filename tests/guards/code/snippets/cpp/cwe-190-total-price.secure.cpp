#include <cstdint>
#include <iostream>
#include <limits>

int main() {
    int quantity = 0;
    int unitPrice = 0;
    std::cout << "quantity and unit price: ";
    if (!(std::cin >> quantity >> unitPrice) || quantity < 0 || unitPrice < 0) {
        return 1;
    }
    if (unitPrice != 0 && quantity > std::numeric_limits<int>::max() / unitPrice) {
        std::cerr << "too large\n";
        return 1;
    }
    int total = quantity * unitPrice;
    std::cout << "total: " << total << '\n';
    return 0;
}
