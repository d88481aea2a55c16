#include <crow.h>
#include <httplib.h>
#include <string>

crow::response login(const crow::request &req) {
    crow::response res;
    const char *next = req.url_params.get("next");
    std::string target = next ? next : "/";
    // ruleid: cpp-open-redirect
    res.redirect(target);
    return res;
}

crow::response login_right(const crow::request &req) {
    crow::response res;
    const char *next = req.url_params.get("next");
    std::string target = next ? next : "/";
    if (target.empty() || target[0] != '/' || target.rfind("//", 0) == 0) {
        target = "/";
    }
    // ok: cpp-open-redirect
    res.redirect(target);
    return res;
}

void leave(const httplib::Request &req, httplib::Response &res) {
    // ruleid: cpp-open-redirect
    res.set_redirect(req.get_param_value("url"));
    // ok: cpp-open-redirect
    res.set_redirect("/goodbye");
    // res.set_redirect(req.get_param_value("url"));
}
