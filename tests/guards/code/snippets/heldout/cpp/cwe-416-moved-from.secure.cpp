#include <iostream>
#include <memory>
#include <string>
#include <vector>

class MessageQueue {
public:
    void push(std::unique_ptr<std::string> msg) {
        std::size_t n = msg->size();
        queue_.push_back(std::move(msg));
        std::cout << "queued " << n << " bytes\n";
    }

private:
    std::vector<std::unique_ptr<std::string>> queue_;
};
