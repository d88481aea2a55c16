#include <string>
#include <iostream>

struct Config { std::string host; };

std::string defaultHost() {
    std::string host = "localhost";
    return host;
}

int main() { std::cout << defaultHost() << "\n"; }
