#include <iostream>

int main() {
    double m[4][4] = {};
    int row, col;
    std::cin >> row >> col;
    if (row < 0 || row > 3 || col < 0 || col > 3) return 1;
    m[row][col] = 1.0;
    std::cout << m[0][0];
}
