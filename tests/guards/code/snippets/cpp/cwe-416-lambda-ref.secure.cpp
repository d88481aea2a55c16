#include <functional>
#include <string>

std::function<std::string()> make_greeter(const std::string& who) {
    std::string text = "Hello, " + who;
    return [text]() { return text; };
}
