#include <fstream>
#include <map>
#include <string>
#include <sodium.h>

class UserStore {
public:
    void registerUser(const std::string& user, const std::string& password) {
        users_[user] = password;
        std::ofstream out("users.txt", std::ios::app);
        out << user << ':' << password << '\n';
    }

    bool login(const std::string& user, const std::string& password) const {
        auto it = users_.find(user);
        return it != users_.end() && it->second == password;
    }

private:
    std::map<std::string, std::string> users_;
};
