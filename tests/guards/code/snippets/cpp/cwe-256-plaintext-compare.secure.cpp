#include <fstream>
#include <map>
#include <string>
#include <sodium.h>

class UserStore {
public:
    void registerUser(const std::string& user, const std::string& password) {
        char hashed[crypto_pwhash_STRBYTES];
        if (crypto_pwhash_str(hashed, password.c_str(), password.size(),
                              crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
            return;
        }
        users_[user] = hashed;
        std::ofstream out("users.txt", std::ios::app);
        out << user << ':' << hashed << '\n';
    }

    bool login(const std::string& user, const std::string& password) const {
        auto it = users_.find(user);
        return it != users_.end() &&
               crypto_pwhash_str_verify(it->second.c_str(), password.c_str(), password.size()) == 0;
    }

private:
    std::map<std::string, std::string> users_;
};
