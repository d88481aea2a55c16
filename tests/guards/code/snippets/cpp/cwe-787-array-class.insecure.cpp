#include <iostream>

class Grid {
public:
    void fill() {
        for (int i = 0; i <= 16; ++i) cells_[i] = i;
    }
    int at(int i) const { return i >= 0 && i < 16 ? cells_[i] : 0; }
private:
    int cells_[16] = {};
};

int main() { Grid g; g.fill(); std::cout << g.at(3); }
