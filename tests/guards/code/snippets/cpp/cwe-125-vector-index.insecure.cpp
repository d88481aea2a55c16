#include <iostream>
#include <string>
#include <vector>

int main(int argc, char** argv) {
    std::vector<std::string> colors = {"red", "green", "blue"};
    if (argc < 2) return 1;
    int i = std::stoi(argv[1]);
    std::cout << colors[i] << "\n";
    return 0;
}
