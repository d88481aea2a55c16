#include <cstring>
#include <string>

class Employee {
public:
    Employee(const char* name, const char* dept) {
        strcpy(name_, name);
        strcpy(dept_, dept);
    }

    void rename(const std::string& newName) {
        strcpy(name_, newName.c_str());
    }

private:
    char name_[32];
    char dept_[16];
};
