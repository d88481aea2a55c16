#include <cstdio>
#include <iostream>
#include <string>

void show(const std::string& message) {
    std::printf("%s", message.c_str());
}

int main() {
    std::string line;
    while (std::getline(std::cin, line)) show(line);
}
