#include <string>

struct Session { std::string user; };

void close_session(Session* s, bool failed) {
    if (failed) {
        delete s;
        return;
    }
    delete s;
}
