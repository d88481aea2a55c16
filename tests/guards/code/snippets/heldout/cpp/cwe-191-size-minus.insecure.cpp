#include <iostream>
#include <vector>

bool is_sorted(const std::vector<int>& items) {
    for (size_t i = 0; i < items.size() - 1; ++i) {
        if (items[i] > items[i + 1]) return false;
    }
    return true;
}
