#include <mutex>

class Manager {
public:
    static Manager *get() {
        if (instance_ == nullptr) {
            // ruleid: cpp-singleton-race
            instance_ = new Manager();
        }
        return instance_;
    }
    static Manager *other() {
        if (!instance_)
            // ruleid: cpp-singleton-race
            instance_ = new Manager();
        return instance_;
    }
    static Manager &get_right() {
        // ok: cpp-singleton-race
        static Manager manager;
        return manager;
    }
    static Manager *locked() {
        std::lock_guard<std::mutex> hold(lock_);
        if (instance_ == nullptr) {
            // ok: cpp-singleton-race
            instance_ = new Manager();
        }
        // instance_ = new Manager();
        return instance_;
    }

private:
    static Manager *instance_;
    static std::mutex lock_;
};
