#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

namespace fs = std::filesystem;

std::string page(const std::string &name)
{
    const fs::path root = "/srv/pages";
    fs::path target = fs::weakly_canonical(root / name);
    if (target.string().rfind(root.string() + "/", 0) != 0)
        return "";
    std::ifstream in(target);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}
