#include <fstream>
#include <iterator>
#include <string>
#include <set>

static const std::set<std::string> kPages = {"home", "about"};

std::string render(const std::string& page) {
    if (kPages.count(page) == 0) return "";
    std::ifstream file;
    file.open("templates/" + page + ".html");
    return std::string(std::istreambuf_iterator<char>(file), {});
}
