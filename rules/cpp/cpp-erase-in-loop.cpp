#include <map>
#include <string>
#include <vector>

void expire(std::map<std::string, long> &all, long now) {
    for (auto it = all.begin(); it != all.end(); ++it) {
        // ruleid: cpp-erase-in-loop
        if (it->second < now) all.erase(it);
    }
}

void even(std::vector<int> &values) {
    for (std::vector<int>::iterator it = values.begin(); it != values.end(); it++) {
        if (*it % 2 == 0) {
            // ruleid: cpp-erase-in-loop
            values.erase(it);
        }
    }
}

void expire_right(std::map<std::string, long> &all, long now) {
    for (auto it = all.begin(); it != all.end();) {
        // ok: cpp-erase-in-loop
        if (it->second < now) it = all.erase(it);
        else ++it;
    }
}

void one(std::vector<int> &values, int x) {
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (*it == x) {
            // ok: cpp-erase-in-loop
            values.erase(it);
            break;
        }
    }
    // for (auto it = v.begin(); it != v.end(); ++it) v.erase(it);
}
