#include <memory>
#include <string>

struct Node { std::string name; Node *next = nullptr; };

int count_nodes(int n) {
    Node *head = new Node;
    head->name = "first";
    return n + static_cast<int>(head->name.size());
}
