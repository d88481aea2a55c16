#include <string>
#include <vector>
#include <memory>

struct Widget {
    explicit Widget(std::string n) : name(std::move(n)) {}
    std::string name;
};

std::size_t totalNameLength(const std::vector<std::string>& names) {
    std::vector<std::unique_ptr<Widget>> widgets;
    for (const auto& n : names) {
        widgets.push_back(std::make_unique<Widget>(n));
    }
    std::size_t total = 0;
    for (const auto& w : widgets) {
        total += w->name.size();
    }
    return total;
}
