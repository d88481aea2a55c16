#include <cstring>
#include <iostream>

class Player {
    char name_[24];
public:
    void setName(const char* name) {
        std::strcpy(name_, name);
    }
    const char* name() const { return name_; }
};

int main(int argc, char** argv) {
    Player p;
    p.setName(argc > 1 ? argv[1] : "anon");
    std::cout << p.name() << "\n";
}
