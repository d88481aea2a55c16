#include <cpr/cpr.h>
#include <httplib.h>
#include <string>

bool notify(const std::string &apiKey) {
    // ruleid: cpp-cleartext-credentials
    httplib::Client client("http://hooks.example.com");
    return static_cast<bool>(client.Get("/"));
}

bool notify_right(const std::string &apiKey) {
    // ok: cpp-cleartext-credentials
    httplib::Client client("https://hooks.example.com");
    return static_cast<bool>(client.Get("/"));
}

void login(const std::string &user, const std::string &password) {
    // ruleid: cpp-cleartext-credentials
    std::string url = "http://api.example.com/login";
    // ok: cpp-cleartext-credentials
    std::string local = "http://localhost:9000/login";
    send(url, user, password);
}

void weather(const std::string &city) {
    // ok: cpp-cleartext-credentials
    httplib::Client client("http://weather.example.com");
    // httplib::Client client("http://example.com"); password
}
