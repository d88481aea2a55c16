#include <string>
#include <string_view>

std::string make(int id);

std::string_view label(int id) {
    std::string text = make(id);
    // ruleid: cpp-dangling-view
    return std::string_view(text);
}

const std::string &host() {
    std::string name = "localhost";
    // ruleid: cpp-dangling-view
    return name;
}

const char *raw(int id) {
    std::string text = make(id);
    // ruleid: cpp-dangling-view
    return text.c_str();
}

std::string label_right(int id) {
    std::string text = make(id);
    // ok: cpp-dangling-view
    return text;
}

const std::string &shared() {
    static const std::string name = "localhost";
    // ok: cpp-dangling-view
    return name;
    // return std::string_view(text);
}
