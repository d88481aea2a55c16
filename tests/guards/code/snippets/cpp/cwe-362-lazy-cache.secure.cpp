#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

class Cache {
public:
    void put(const std::string& key, int value) {
        std::lock_guard<std::mutex> guard(mutex_);
        entries_[key] = value;
    }

    int get(const std::string& key) {
        std::lock_guard<std::mutex> guard(mutex_);
        auto it = entries_.find(key);
        return it == entries_.end() ? -1 : it->second;
    }

private:
    std::map<std::string, int> entries_;
    std::mutex mutex_;
};

int main() {
    Cache cache;
    std::vector<std::thread> workers;
    for (int i = 0; i < 8; ++i) {
        workers.emplace_back([&cache, i] { cache.put("job" + std::to_string(i), i); });
    }
    for (auto& w : workers) w.join();
    return cache.get("job3");
}
