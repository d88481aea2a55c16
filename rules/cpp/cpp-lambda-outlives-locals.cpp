#include <functional>
#include <string>

std::function<std::string()> greeter(const std::string& who) {
    std::string text = "Hello, " + who;
    if (who.empty()) {
        // ruleid: cpp-lambda-outlives-locals
        return [&]() { return text; };
    }
    // ruleid: cpp-lambda-outlives-locals
    return [&text]() { return text; };
}

std::function<std::string()> twin(const std::string& who) {
    std::string text = "Hello, " + who;
    if (who.empty()) {
        // ok: cpp-lambda-outlives-locals
        return [=]() { return text; };
    }
    // ok: cpp-lambda-outlives-locals
    return [text]() { return text; };
    // return text;
}
