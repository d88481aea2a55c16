#include <cstdlib>
#include <iostream>
#include <regex>
#include <string>

int main() {
    std::string host;
    std::cout << "Host: ";
    std::getline(std::cin, host);
    std::string cmd = "ping -c 1 " + host;
    return std::system(cmd.c_str());
}
