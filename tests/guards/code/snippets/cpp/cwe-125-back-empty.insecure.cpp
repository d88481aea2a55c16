#include <iostream>
#include <vector>

int last_of(const std::vector<int>& values) {
    return values.back();
}

int main() {
    std::vector<int> values;
    int v;
    while (std::cin >> v) values.push_back(v);
    std::cout << last_of(values) << "\n";
}
