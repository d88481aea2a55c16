#include <iostream>
#include <string>

int main() {
    std::string name;
    std::cout << "Your name? ";
    std::cin >> name;
    std::cout << "Hi " << name << std::endl;
    return 0;
}
