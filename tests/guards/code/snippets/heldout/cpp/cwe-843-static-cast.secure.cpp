#include <iostream>

struct Shape { virtual ~Shape() = default; };
struct Circle : Shape { double radius = 1; };
struct Square : Shape { double side = 2; };

double area(Shape *shape) {
    Circle *circle = dynamic_cast<Circle *>(shape);
    if (circle == nullptr) return 0;
    return 3.14159 * circle->radius * circle->radius;
}
