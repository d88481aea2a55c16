#include <string>
#include <vector>

void expand(std::vector<std::string> &names) {
    for (const auto &name : names) {
        if (name.size() > 10) {
            // ruleid: cpp-growth-in-loop
            names.push_back(name.substr(0, 10));
        }
    }
}

void drop(std::vector<int> &numbers, int wrong) {
    for (int number : numbers) {
        // ruleid: cpp-growth-in-loop
        if (number == wrong) numbers.clear();
    }
}

void expand_right(std::vector<std::string> &names) {
    std::vector<std::string> more;
    for (const auto &name : names) {
        // ok: cpp-growth-in-loop
        if (name.size() > 10) more.push_back(name.substr(0, 10));
    }
    // ok: cpp-growth-in-loop
    names.insert(names.end(), more.begin(), more.end());
    // names.push_back("x");
}

void add_one(std::vector<std::string> &names) {
    for (const auto &name : names) {
        if (name.empty()) {
            // ok: cpp-growth-in-loop
            names.push_back("none");
            break;
        }
    }
}
