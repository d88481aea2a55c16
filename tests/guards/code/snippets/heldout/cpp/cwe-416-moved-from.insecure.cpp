#include <iostream>
#include <memory>
#include <string>
#include <vector>

class MessageQueue {
public:
    void push(std::unique_ptr<std::string> msg) {
        queue_.push_back(std::move(msg));
        std::cout << "queued " << msg->size() << " bytes\n";
    }

private:
    std::vector<std::unique_ptr<std::string>> queue_;
};
