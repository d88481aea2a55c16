struct Shape { virtual ~Shape() = default; };
struct Circle : Shape { double radius = 1; };

double area(Shape *shape) {
    // ruleid: cpp-static-downcast
    Circle *circle = static_cast<Circle *>(shape);
    return 3 * circle->radius;
}

double radius(Shape *shape, void *data) {
    // ok: cpp-static-downcast
    Circle *other = static_cast<Circle *>(data);
    // ok: cpp-static-downcast
    Circle *circle = dynamic_cast<Circle *>(shape);
    // ruleid: cpp-static-downcast
    double wrong = static_cast<Circle *>(shape)->radius;
    // static_cast<Circle *>(shape)
    return circle != nullptr ? circle->radius + other->radius : wrong;
}
