#include <iostream>

struct Widget { int id; void draw() const { std::cout << id; } };

int main() {
    Widget* w = new Widget{7};
    delete w;
    w->draw();
    return 0;
}
