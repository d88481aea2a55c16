#include <iostream>

int main() {
    double m[4][4] = {};
    int row, col;
    std::cin >> row >> col;
    m[row][col] = 1.0;
    std::cout << m[0][0];
}
