#include <iostream>
#include <string>
#include <string_view>

std::string readName() {
    std::string s;
    std::getline(std::cin, s);
    return s;
}

int main() {
    std::string name = readName();
    std::cout << "Hello " << name << '\n';
    return 0;
}
