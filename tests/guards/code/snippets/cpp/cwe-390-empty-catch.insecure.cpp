#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>

int load_limit(const std::string& path) {
    int limit = 0;
    try {
        std::ifstream in(path);
        in.exceptions(std::ifstream::failbit | std::ifstream::badbit);
        in >> limit;
    } catch (...) {
    }
    return limit;
}
