#include <cstdlib>
#include <iostream>
#include <string>
#include <limits>
#include <stdexcept>

char* makeBuffer(const std::string& countArg, const std::string& sizeArg) {
    unsigned int count = std::stoul(countArg);
    unsigned int size = std::stoul(sizeArg);
    return static_cast<char*>(std::malloc(count * size));
}
