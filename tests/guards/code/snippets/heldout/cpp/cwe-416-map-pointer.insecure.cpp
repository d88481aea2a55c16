#include <iostream>
#include <string>

struct User { std::string name; };

void drop(User* u, bool log) {
    delete u;
    if (log) std::cout << "dropped " << u->name << "\n";
}
