#include <filesystem>
#include <fstream>
#include <string>

namespace fs = std::filesystem;

void storeToken(const fs::path& file, const std::string& token) {
    std::ofstream out(file, std::ios::trunc);
    out << token << '\n';
    out.close();
    fs::permissions(file, fs::perms::all, fs::perm_options::replace);
}
