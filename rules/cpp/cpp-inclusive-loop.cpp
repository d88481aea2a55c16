#include <vector>
#include <string>

int total(const std::vector<int> &values) {
    int sum = 0;
    for (std::size_t i = 0; i <= values.size(); ++i)
        // ruleid: cpp-inclusive-loop
        sum += values[i];
    return sum;
}

int upper(const std::string &text) {
    int n = 0;
    for (int i = 0; i <= text.length(); i++) {
        // ruleid: cpp-inclusive-loop
        if (text[i] == 'A') n++;
    }
    return n;
}

int total_right(const std::vector<int> &values) {
    int sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        // ok: cpp-inclusive-loop
        sum += values[i];
    for (std::size_t i = 1; i <= values.size(); ++i)
        // ok: cpp-inclusive-loop
        sum += values[i - 1];
    return sum;
    // for (i = 0; i <= values.size(); ++i) values[i]
}
