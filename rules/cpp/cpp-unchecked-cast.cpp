#include <memory>

struct Shape { virtual ~Shape() = default; };
struct Circle : Shape { double radius = 1; };

double radius(Shape *shape) {
    Circle *circle = dynamic_cast<Circle *>(shape);
    // ruleid: cpp-unchecked-cast
    return circle->radius;
}

double weak(const std::weak_ptr<Circle> &held) {
    auto circle = held.lock();
    // ruleid: cpp-unchecked-cast
    return circle->radius;
}

double radius_right(Shape *shape) {
    Circle *circle = dynamic_cast<Circle *>(shape);
    if (circle == nullptr) return 0;
    // ok: cpp-unchecked-cast
    return circle->radius;
}

double either(Shape *shape) {
    auto *circle = dynamic_cast<Circle *>(shape);
    // ok: cpp-unchecked-cast
    return circle ? circle->radius : 0;
    // dynamic_cast<Circle *>(shape)->radius
}
