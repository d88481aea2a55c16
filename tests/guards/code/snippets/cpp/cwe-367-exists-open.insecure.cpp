#include <filesystem>
#include <fstream>
#include <string>
#include <fcntl.h>
#include <unistd.h>

bool create_lock(const std::string& path) {
    if (std::filesystem::exists(path)) return false;
    std::ofstream lock(path);
    lock << "1";
    return true;
}
