#include <fstream>
#include <iostream>
#include <string>

int main() {
    std::string name, line;
    std::getline(std::cin, name);
    std::ifstream in("/var/log/app/" + name);
    while (std::getline(in, line)) std::cout << line << "\n";
}
