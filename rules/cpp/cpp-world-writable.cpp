#include <filesystem>
#include <string>

namespace fs = std::filesystem;

void open_up(const std::string &path) {
    // ruleid: cpp-world-writable
    fs::permissions(path, fs::perms::all);
    // ruleid: cpp-world-writable
    std::filesystem::permissions(path, std::filesystem::perms::others_write, std::filesystem::perm_options::add);
    // ok: cpp-world-writable
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    // ok: cpp-world-writable
    fs::permissions(path, fs::perms::owner_all);
    // fs::permissions(path, fs::perms::all);
}
