#include <cstdlib>
#include <iostream>
#include <regex>
#include <string>

int main() {
    std::string host;
    std::cout << "Host: ";
    std::getline(std::cin, host);
    static const std::regex ok("^[A-Za-z0-9.-]{1,253}$");
    if (!std::regex_match(host, ok)) {
        std::cerr << "invalid host\n";
        return 1;
    }
    std::string cmd = "ping -c 1 " + host;
    return std::system(cmd.c_str());
}
