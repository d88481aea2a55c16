#include <string>
#include <vector>
#include <algorithm>
#include <iostream>

void add_default(std::vector<std::string>& names) {
    auto it = std::find(names.begin(), names.end(), "first");
    if (it == names.end()) return;
    std::cout << *it << '\n';
    names.push_back("default");
}
