#include <iostream>
#include <vector>

bool is_sorted(const std::vector<int>& items) {
    for (size_t i = 1; i < items.size(); ++i) {
        if (items[i - 1] > items[i]) return false;
    }
    return true;
}
