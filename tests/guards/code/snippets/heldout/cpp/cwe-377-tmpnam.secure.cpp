#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <unistd.h>

std::string spoolJob(const std::string& payload) {
    char path[] = "/var/spool/app/jobXXXXXX";
    int fd = mkstemp(path);
    if (fd < 0) return {};
    ssize_t n = write(fd, payload.data(), payload.size());
    close(fd);
    return n == static_cast<ssize_t>(payload.size()) ? std::string(path) : std::string();
}
