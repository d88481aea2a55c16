#include <iostream>
#include <string>
#include <vector>

int main(int argc, char** argv) {
    std::vector<std::string> colors = {"red", "green", "blue"};
    if (argc < 2) return 1;
    int i = std::stoi(argv[1]);
    if (i < 0 || static_cast<size_t>(i) >= colors.size()) {
        std::cerr << "no such color\n";
        return 1;
    }
    std::cout << colors[i] << "\n";
    return 0;
}
