#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

void grow(std::vector<std::string>& names) {
    auto it = std::find(names.begin(), names.end(), "first");
    if (it == names.end()) return;
    std::cout << *it << it->size();
    // ruleid: cpp-iterator-after-growth
    names.push_back("last");
    std::cout << *it;
}

void shrink(std::vector<std::string>& names) {
    auto it = names.begin();
    // ruleid: cpp-iterator-after-growth
    names.clear();
    std::cout << it->size();
}

void before(std::vector<std::string>& names) {
    auto it = std::find(names.begin(), names.end(), "first");
    if (it == names.end()) return;
    std::cout << *it;
    // ok: cpp-iterator-after-growth
    names.push_back("last");
    std::cout << names.size();
    // std::cout << *it;
}

void again(std::vector<int>& numbers) {
    auto it = std::find(numbers.begin(), numbers.end(), 5);
    // ok: cpp-iterator-after-growth
    numbers.push_back(7);
    it = numbers.begin();
    std::cout << *it;
}
