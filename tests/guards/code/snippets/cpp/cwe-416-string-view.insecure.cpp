#include <iostream>
#include <string>
#include <string_view>

std::string readName() {
    std::string s;
    std::getline(std::cin, s);
    return s;
}

int main() {
    const char* name = readName().c_str();
    std::cout << "Hello " << name << '\n';
    return 0;
}
