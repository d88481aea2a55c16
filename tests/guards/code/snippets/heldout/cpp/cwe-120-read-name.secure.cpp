#include <cstring>
#include <iostream>

int main() {
    std::string name;
    std::cout << "Your name: ";
    std::cin >> name;
    std::cout << "Hello, " << name << '\n';
    return 0;
}
