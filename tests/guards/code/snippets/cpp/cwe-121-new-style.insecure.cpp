#include <cstring>
#include <iostream>

class Label {
public:
    explicit Label(const char *text) { set(text); }
    void set(const char *text) {
        std::strcpy(text_, text);
    }
    void print() const { std::cout << text_ << '\n'; }
private:
    char text_[32];
};

int main(int argc, char **argv) {
    Label label(argc > 1 ? argv[1] : "none");
    label.print();
}
