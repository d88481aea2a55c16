#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

int visits = 0;
std::atomic<int> safe_visits{0};
std::mutex lock;

void visit() {
    for (int i = 0; i < 1000; i++) {
        // ruleid: cpp-shared-without-lock
        visits++;
        // ok: cpp-shared-without-lock
        safe_visits++;
    }
}

void visit_right() {
    std::lock_guard<std::mutex> hold(lock);
    // ok: cpp-shared-without-lock
    visits++;
    for (int i = 0; i < 10; i++) {
        std::scoped_lock again{other_lock};
        // ok: cpp-shared-without-lock
        visits++;
    }
}

long gone = 0;

void leave() {
    int own = 0;
    // ok: cpp-shared-without-lock
    own++;
    // ruleid: cpp-shared-without-lock
    gone += 1;
}

int main() {
    std::thread one(visit), two(visit_right);
    std::thread three(visit);
    std::vector<std::thread> workers;
    for (int i = 0; i < 4; i++) {
        workers.emplace_back(leave);
    }
    for (auto &worker : workers) worker.join();
    // visits++;
    return visits;
}
