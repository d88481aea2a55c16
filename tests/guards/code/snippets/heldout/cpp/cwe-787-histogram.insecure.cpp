#include <array>
#include <fstream>
#include <iostream>
#include <string>

class Histogram {
public:
    void add(int value) {
        counts_[value / 10]++;
    }

    void load(const std::string& path) {
        std::ifstream in(path);
        int v;
        while (in >> v) add(v);
    }

private:
    std::array<int, 10> counts_{};
};
