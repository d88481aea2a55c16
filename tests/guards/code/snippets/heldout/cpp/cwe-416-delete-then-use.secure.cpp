#include <iostream>
#include <string>

class Session {
public:
    explicit Session(std::string user) : user_(std::move(user)) {}
    const std::string& user() const { return user_; }
    bool expired() const { return expired_; }

private:
    std::string user_;
    bool expired_ = true;
};

void cleanup(Session* session) {
    std::cout << "checking session of " << session->user() << '\n';
    if (session->expired()) {
        delete session;
    }
}
