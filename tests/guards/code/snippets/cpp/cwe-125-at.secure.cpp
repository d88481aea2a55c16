#include <iostream>
#include <vector>

int main()
{
    std::vector<int> scores = {4, 8, 15};
    size_t index = 0;
    std::cin >> index;
    std::cout << scores.at(index) << "\n";
    return 0;
}
