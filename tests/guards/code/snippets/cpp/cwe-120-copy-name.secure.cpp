#include <cstring>
#include <iostream>

class Player {
    char name_[24];
public:
    void setName(const char* name) {
        std::strncpy(name_, name, sizeof(name_) - 1);
        name_[sizeof(name_) - 1] = '\0';
    }
    const char* name() const { return name_; }
};

int main(int argc, char** argv) {
    Player p;
    p.setName(argc > 1 ? argv[1] : "anon");
    std::cout << p.name() << "\n";
}
