#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace fs = std::filesystem;

class FileServer {
public:
    explicit FileServer(std::string root) : root_(std::move(root)) {}

    std::string read(const std::string& name) const {
        std::ifstream in(root_ + "/" + name, std::ios::binary);
        std::ostringstream out;
        out << in.rdbuf();
        return out.str();
    }

private:
    std::string root_;
};
