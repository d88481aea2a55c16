#include <cstring>
#include <string>

class Employee {
public:
    Employee(const char* name, const char* dept) : name_(name), dept_(dept) {}

    void rename(const std::string& newName) {
        name_ = newName;
    }

private:
    std::string name_;
    std::string dept_;
};
