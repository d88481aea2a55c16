#include <string>
#include <vector>

bool sorted(const std::vector<int>& items) {
    // ruleid: cpp-size-minus-one
    for (size_t i = 0; i < items.size() - 1; ++i) {
        if (items[i] > items[i + 1]) return false;
    }
    // ok: cpp-size-minus-one
    for (size_t i = 0; i + 1 < items.size(); ++i) {
        if (items[i] > items[i + 1]) return false;
    }
    return true;
}

int pairs(const std::string& text) {
    int found = 0;
    // ruleid: cpp-size-minus-one
    for (std::size_t i = 0; i <= text.size() - 1; ++i) {
        found += text[i] == text[i + 1];
    }
    return found;
}

int checked(const std::string& text) {
    int found = 0;
    if (text.empty()) {
        return 0;
    }
    // ok: cpp-size-minus-one
    for (size_t i = 0; i < text.size() - 1; ++i) {
        found += text[i] == text[i + 1];
    }
    // i < text.size() - 1
    return found;
}
