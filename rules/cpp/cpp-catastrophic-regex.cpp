#include <regex>
#include <string>

bool names(const std::string &text) {
    // ruleid: cpp-catastrophic-regex
    static const std::regex list("^([a-z]+)*$");
    // ruleid: cpp-catastrophic-regex
    const std::regex words(R"(^(\w+\s?)*$)");
    return std::regex_match(text, list) && std::regex_match(text, words);
}

bool names_right(const std::string &text) {
    // ok: cpp-catastrophic-regex
    static const std::regex list("^[a-z]*$");
    // ok: cpp-catastrophic-regex
    const std::regex date(R"(^(\d{4})-(\d{2})-(\d{2})$)");
    // std::regex list("^([a-z]+)*$");
    return std::regex_match(text, list) && std::regex_match(text, date);
}
