#include <memory>
#include <string>

struct Node { std::string name; Node *next = nullptr; };

int count_nodes(int n) {
    auto head = std::make_unique<Node>();
    head->name = "first";
    return n + static_cast<int>(head->name.size());
}
