#include <stdexcept>
#include <memory>

struct Conn { void send(const char*); };

void notify(const char* msg) {
    auto c = std::make_unique<Conn>();
    if (!msg) throw std::invalid_argument("msg");
    c->send(msg);
}
