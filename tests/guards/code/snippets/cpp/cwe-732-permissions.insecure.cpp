#include <filesystem>
#include <fstream>
#include <string>

namespace fs = std::filesystem;

void write_token(const std::string& path, const std::string& token) {
    std::ofstream out(path, std::ios::trunc);
    fs::permissions(path, fs::perms::all);
    out << token;
}
