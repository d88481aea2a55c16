#include <string>
#include <vector>
#include <iostream>

struct Task {
    std::string name;
    int priority;
};

void bumpFirst(std::vector<Task>& tasks) {
    tasks.push_back(Task{"cleanup", 0});
    Task& first = tasks.front();
    first.priority += 1;
    std::cout << first.name << '\n';
}
