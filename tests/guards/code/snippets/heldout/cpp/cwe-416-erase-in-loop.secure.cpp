#include <iostream>
#include <string>
#include <vector>

class SessionTable {
public:
    void dropExpired(long now) {
        for (auto it = sessions_.begin(); it != sessions_.end();) {
            if (it->expires < now) {
                it = sessions_.erase(it);
            } else {
                ++it;
            }
        }
    }

private:
    struct Session {
        std::string id;
        long expires;
    };
    std::vector<Session> sessions_;
};
