#include <cstring>
#include <iostream>

class Name {
public:
    Name(const char *text) {
        name = new char[strlen(text) + 1];
        strcpy(name, text);
    }
    ~Name() { delete[] name; }
    Name& operator=(const Name& other) {
        if (&other != this) {
            name = new char[strlen(other.name) + 1];
            strcpy(name, other.name);
        }
        return *this;
    }
    void print() { std::cout << name << std::endl; }
private:
    char *name;
};

int main() {
    Name one("Ada");
    Name two = one;
    two.print();
}
