#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <unistd.h>

std::string spoolJob(const std::string& payload) {
    std::string path = std::tmpnam(nullptr);
    std::ofstream out(path);
    out << payload;
    return path;
}
