#include <stdexcept>
#include <memory>

struct Conn { void send(const char*); };

void notify(const char* msg) {
    Conn* c = new Conn();
    if (!msg) throw std::invalid_argument("msg");
    c->send(msg);
    delete c;
}
