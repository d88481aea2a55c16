#include <algorithm>
#include <map>
#include <string>
#include <vector>

int price(const std::map<std::string, int> &prices, const std::string &item) {
    auto it = prices.find(item);
    // ruleid: cpp-end-dereferenced
    return it->second;
}

int first_even(const std::vector<int> &v) {
    auto it = std::find(v.begin(), v.end(), 2);
    // ruleid: cpp-end-dereferenced
    return *it;
}

int price_right(const std::map<std::string, int> &prices, const std::string &item) {
    auto it = prices.find(item);
    if (it == prices.end()) return -1;
    // ok: cpp-end-dereferenced
    return it->second;
}

int second(const std::map<std::string, int> &prices, const std::string &item) {
    auto it = prices.find(item);
    // ok: cpp-end-dereferenced
    return it != prices.end() ? it->second : 0;
    // prices.find(item)->second
}
