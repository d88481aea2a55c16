#include <iostream>
#include <vector>

int total(const std::vector<int>& values) {
    int sum = 0;
    for (std::size_t i = 0; i <= values.size(); ++i)
        sum += values[i];
    return sum;
}
