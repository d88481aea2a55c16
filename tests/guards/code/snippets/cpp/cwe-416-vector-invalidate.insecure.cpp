#include <string>
#include <vector>
#include <iostream>

struct Task {
    std::string name;
    int priority;
};

void bumpFirst(std::vector<Task>& tasks) {
    Task& first = tasks.front();
    tasks.push_back(Task{"cleanup", 0});
    first.priority += 1;
    std::cout << first.name << '\n';
}
