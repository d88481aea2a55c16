#include <map>
#include <string>

void drop_expired(std::map<std::string, long>& sessions, long now) {
    for (auto it = sessions.begin(); it != sessions.end(); ++it) {
        if (it->second < now) sessions.erase(it);
    }
}
