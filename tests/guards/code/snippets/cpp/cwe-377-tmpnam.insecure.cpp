#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <unistd.h>

std::string write_temp(const std::string& data) {
    std::string name = std::tmpnam(nullptr);
    std::ofstream(name) << data;
    return name;
}
