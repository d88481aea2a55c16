#include <functional>
#include <string>

std::function<std::string()> greeter(const std::string& who) {
    std::string text = "Hello, " + who;
    if (who.empty()) {
        // ruleid: cpp-lambda-outlives-locals
        return [&]() { return text; };
    }
    // ruleid: cpp-lambda-outlives-locals
    return [&text]() { return text; };
}

void greet_later(Scheduler &scheduler, int id) {
    std::string name = "user-" + std::to_string(id);
    // ruleid: cpp-lambda-outlives-locals
    scheduler.add([&]() { std::cout << name; });
}

void greet_later_right(Scheduler &scheduler, int id) {
    std::string name = "user-" + std::to_string(id);
    // ok: cpp-lambda-outlives-locals
    scheduler.add([name]() { std::cout << name; });
}

void greet_all(Pool &pool) {
    std::string name = "all";
    // ok: cpp-lambda-outlives-locals
    pool.submit([&]() { std::cout << name; });
    pool.wait();
}

void in_the_background() {
    int count = 3;
    // ruleid: cpp-lambda-outlives-locals
    std::thread worker([&]() { std::cout << count; });
    worker.detach();
}

void beside() {
    int count = 3;
    // ok: cpp-lambda-outlives-locals
    std::thread worker([&]() { std::cout << count; });
    worker.join();
}

std::function<std::string()> twin(const std::string& who) {
    std::string text = "Hello, " + who;
    if (who.empty()) {
        // ok: cpp-lambda-outlives-locals
        return [=]() { return text; };
    }
    // ok: cpp-lambda-outlives-locals
    return [text]() { return text; };
    // return text;
}
