#include <cstring>
#include <iostream>

int main() {
    char name[16];
    std::cout << "Your name: ";
    std::cin >> name;
    std::cout << "Hello, " << name << '\n';
    return 0;
}
