#include <mutex>
#include <vector>
#include <thread>
#include <iostream>

class Ledger {
    long total_ = 0;
public:
    void add(long n) {
        total_ += n;
    }
    long total() const { return total_; }
};

int main() {
    Ledger ledger;
    std::vector<std::thread> workers;
    for (int i = 0; i < 4; ++i)
        workers.emplace_back([&] { for (int k = 0; k < 1000; ++k) ledger.add(1); });
    for (auto& w : workers) w.join();
    std::cout << ledger.total() << "\n";
}
