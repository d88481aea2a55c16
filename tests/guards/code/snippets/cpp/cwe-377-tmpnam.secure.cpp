#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <unistd.h>

std::string write_temp(const std::string& data) {
    char name[] = "/tmp/dataXXXXXX";
    int fd = mkstemp(name);
    if (fd < 0) return "";
    if (write(fd, data.data(), data.size()) < 0) { close(fd); return ""; }
    close(fd);
    return name;
}
