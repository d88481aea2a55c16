#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace fs = std::filesystem;

class FileServer {
public:
    explicit FileServer(std::string root) : root_(std::move(root)) {}

    std::string read(const std::string& name) const {
        fs::path base = fs::weakly_canonical(root_);
        fs::path target = fs::weakly_canonical(base / name);
        auto rel = target.lexically_relative(base);
        if (rel.empty() || *rel.begin() == "..") throw std::runtime_error("forbidden");
        std::ifstream in(target, std::ios::binary);
        std::ostringstream out;
        out << in.rdbuf();
        return out.str();
    }

private:
    std::string root_;
};
