#include <iostream>

struct Shape { virtual ~Shape() = default; };
struct Circle : Shape { double radius = 1; };

double radius_of(Shape* shape) {
    Circle* c = dynamic_cast<Circle*>(shape);
    return c->radius;
}
