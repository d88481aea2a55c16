#include <string>
#include <vector>

std::string f(std::vector<std::string> &lines)
{
    std::string &first = lines[0];
    // ruleid: cpp-reference-after-growth
    lines.push_back("end");
    return first;
}

void raise(std::vector<Task> &tasks)
{
    Task &next = tasks.front();
    // ruleid: cpp-reference-after-growth
    tasks.push_back(Task{"clean", 0});
    next.priority++;
}

int g(std::vector<int> numbers)
{
    int *last = &numbers[2];
    // ruleid: cpp-reference-after-growth
    numbers.clear();
    return *last;
}

std::string h(std::vector<std::string> &lines)
{
    std::string first = lines[0];
    // ok: cpp-reference-after-growth
    lines.push_back("end");
    const auto size = lines.size();
    // ok: cpp-reference-after-growth
    lines.resize(size + 1);
    // lines.push_back("x");
    return first;
}
