#include <iostream>
#include <map>
#include <string>

class Registry {
public:
    std::string emailOf(const std::string& user) const {
        auto it = users_.find(user);
        return it->second;
    }

private:
    std::map<std::string, std::string> users_;
};
