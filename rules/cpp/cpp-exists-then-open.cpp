#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <string>

namespace fs = std::filesystem;

bool lock(const std::string &path) {
    if (std::filesystem::exists(path)) return false;
    // ruleid: cpp-exists-then-open
    std::ofstream out(path);
    return true;
}

void show(const std::string &path) {
    if (fs::is_regular_file(path)) {
        // ruleid: cpp-exists-then-open
        std::ifstream in(path);
    }
}

bool lock_right(const std::string &path) {
    // ok: cpp-exists-then-open
    int fd = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY, 0600);
    return fd >= 0;
}

void other(const std::string &path, const std::string &next) {
    if (fs::exists(path)) {
        // ok: cpp-exists-then-open
        std::ofstream out(next);
    }
    // if (fs::exists(path)) std::ofstream out(path);
}
