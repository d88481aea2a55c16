#include <map>
#include <string>

int price(const std::map<std::string, int>& prices, const std::string& item) {
    auto it = prices.find(item);
    return it->second;
}
