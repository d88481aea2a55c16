#include <iostream>

struct Engine { int power = 100; };

class Car {
public:
    Car() : engine_(new Engine) {}
    ~Car() { delete engine_; }
    Car(const Car&) = delete;
    Car& operator=(const Car&) = delete;
    void scrap() {
        delete engine_;
        engine_ = nullptr;
    }
private:
    Engine *engine_;
};

int main() { Car c; c.scrap(); }
