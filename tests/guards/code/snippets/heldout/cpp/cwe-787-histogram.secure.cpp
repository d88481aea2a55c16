#include <array>
#include <fstream>
#include <iostream>
#include <string>

class Histogram {
public:
    void add(int value) {
        int bucket = value / 10;
        if (bucket < 0 || bucket >= static_cast<int>(counts_.size())) return;
        counts_[bucket]++;
    }

    void load(const std::string& path) {
        std::ifstream in(path);
        int v;
        while (in >> v) add(v);
    }

private:
    std::array<int, 10> counts_{};
};
