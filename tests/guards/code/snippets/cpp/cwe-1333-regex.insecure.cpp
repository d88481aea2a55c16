#include <iostream>
#include <regex>
#include <string>

bool isValidIdentifierList(const std::string& input) {
    static const std::regex pattern("^([a-zA-Z0-9_]+,?)+$");
    return std::regex_match(input, pattern);
}

int main() {
    std::string line;
    while (std::getline(std::cin, line)) {
        std::cout << (isValidIdentifierList(line) ? "ok" : "bad") << '\n';
    }
}
