#include <filesystem>
#include <fstream>
#include <string>
#include <fcntl.h>
#include <unistd.h>

bool createLockFile(const std::string& path, const std::string& owner) {
    if (std::filesystem::exists(path)) {
        return false;
    }
    std::ofstream lock(path);
    lock << owner;
    return lock.good();
}
