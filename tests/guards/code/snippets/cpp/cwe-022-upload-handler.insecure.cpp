#include <filesystem>
#include <fstream>
#include <string>

namespace fs = std::filesystem;

class UploadStore {
public:
    explicit UploadStore(fs::path root) : root_(std::move(root)) {}

    bool save(const std::string& filename, const std::string& content) {
        fs::path target = root_ / filename;
        std::ofstream out(target, std::ios::binary);
        if (!out) {
            return false;
        }
        out << content;
        return out.good();
    }

private:
    fs::path root_;
};
