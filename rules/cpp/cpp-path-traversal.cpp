#include <filesystem>
#include <fstream>
#include <string>

namespace fs = std::filesystem;

std::string root;

void read(const std::string &name) {
    // ruleid: cpp-path-traversal
    std::ifstream in(root + "/" + name, std::ios::binary);
}

void write(const std::string &name) {
    std::string path = "uploads/" + name;
    // ruleid: cpp-path-traversal
    std::ofstream out(path);
}

void read_right(const std::string &name) {
    if (name.find("..") != std::string::npos) return;
    // ok: cpp-path-traversal
    std::ifstream in(root + "/" + name, std::ios::binary);
}

void resolved(const std::string &name) {
    fs::path base = fs::canonical(root);
    fs::path target = fs::weakly_canonical(base / name);
    if (target.string().rfind(base.string(), 0) != 0) return;
    // ok: cpp-path-traversal
    std::ifstream in(target);
}

void base_only(const std::string &name) {
    // ok: cpp-path-traversal
    std::ifstream in("uploads/" + fs::path(name).filename().string());
    // std::ifstream in("uploads/" + name);
}

void own(const std::string &path) {
    // ok: cpp-path-traversal
    std::ifstream in(path);
}
