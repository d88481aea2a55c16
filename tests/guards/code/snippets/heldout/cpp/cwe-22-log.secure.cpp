#include <fstream>
#include <iostream>
#include <string>

int main() {
    std::string name, line;
    std::getline(std::cin, name);
    if (name.find('/') != std::string::npos || name.find("..") != std::string::npos) return 1;
    std::ifstream in("/var/log/app/" + name);
    while (std::getline(in, line)) std::cout << line << "\n";
}
