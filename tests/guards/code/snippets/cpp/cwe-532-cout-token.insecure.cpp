#include <iostream>
#include <string>

struct AuthResponse {
    std::string accessToken;
    std::string refreshToken;
    int expiresIn;
};

class AuthClient {
public:
    void onLogin(const AuthResponse& r) {
        token_ = r.accessToken;
        std::clog << "[auth] logged in, token=" << r.accessToken << " expires in " << r.expiresIn << "s\n";
    }

private:
    std::string token_;
};
