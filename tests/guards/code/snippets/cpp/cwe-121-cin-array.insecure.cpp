#include <iostream>
#include <string>

int main() {
    char name[16];
    std::cout << "Your name? ";
    std::cin >> name;
    std::cout << "Hi " << name << std::endl;
    return 0;
}
