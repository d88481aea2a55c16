#include <fstream>
#include <string>
#include <stdexcept>

bool save_upload(const std::string& filename, const std::string& content) {
    if (filename.find("..") != std::string::npos || filename.find('/') != std::string::npos)
        return false;
    std::string path = "uploads/" + filename;
    std::ofstream out(path);
    if (!out) return false;
    out << content;
    return out.good();
}
