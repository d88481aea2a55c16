#include <iostream>

struct Widget { int id; void draw() const { std::cout << id; } };

int main() {
    Widget* w = new Widget{7};
    w->draw();
    delete w;
    return 0;
}
