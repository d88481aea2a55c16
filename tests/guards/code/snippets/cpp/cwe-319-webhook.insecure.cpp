#include <httplib.h>
#include <string>

bool notify(const std::string& apiKey, const std::string& payload) {
    httplib::Client cli("http://hooks.partner-example.com");
    httplib::Headers headers = {{"Authorization", "Bearer " + apiKey}};
    auto res = cli.Post("/events", headers, payload, "application/json");
    return res && res->status == 200;
}
