#include <iostream>
#include <map>
#include <string>

class Registry {
public:
    std::string emailOf(const std::string& user) const {
        auto it = users_.find(user);
        if (it == users_.end()) {
            return {};
        }
        return it->second;
    }

private:
    std::map<std::string, std::string> users_;
};
