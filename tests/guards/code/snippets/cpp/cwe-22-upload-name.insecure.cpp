#include <fstream>
#include <string>
#include <stdexcept>

bool save_upload(const std::string& filename, const std::string& content) {
    std::string path = "uploads/" + filename;
    std::ofstream out(path);
    if (!out) return false;
    out << content;
    return out.good();
}
