#include <functional>
#include <string>
#include <thread>
#include <iostream>
#include <vector>

class Scheduler {
public:
    void add(std::function<void()> job) { jobs_.push_back(std::move(job)); }
    void runAll() {
        for (auto& j : jobs_) j();
    }

private:
    std::vector<std::function<void()>> jobs_;
};

void scheduleGreeting(Scheduler& s, int id) {
    std::string name = "user-" + std::to_string(id);
    s.add([name]() { std::cout << "hello " << name << '\n'; });
}
