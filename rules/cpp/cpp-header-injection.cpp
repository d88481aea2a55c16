#include <httplib.h>
#include <string>

void language(const httplib::Request &req, httplib::Response &res) {
    std::string lang = req.get_param_value("l");
    // ruleid: cpp-header-injection
    res.set_header("Set-Cookie", "lang=" + lang + "; Path=/");
    // ok: cpp-header-injection
    res.set_header("Cache-Control", "no-store");
}

void name(const httplib::Request &req, httplib::Response &res) {
    // ruleid: cpp-header-injection
    res.set_header("X-Name", req.get_param_value("name"));
}

void language_right(const httplib::Request &req, httplib::Response &res) {
    std::string lang = req.get_param_value("l");
    if (lang != "en" && lang != "de") {
        lang = "en";
    }
    // ok: cpp-header-injection
    res.set_header("Set-Cookie", "lang=" + lang + "; Path=/");
    // res.set_header("X", req.get_param_value("l"));
}
