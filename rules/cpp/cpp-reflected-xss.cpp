#include "crow.h"
#include "httplib.h"
#include <string>

std::string escape_html(const std::string &text);

crow::response hello(const crow::request &req) {
    std::string name = req.url_params.get("name");
    // ruleid: cpp-reflected-xss
    return crow::response("<h1>Hello " + name + "</h1>");
}

crow::response page(const crow::request &req) {
    std::string name = req.url_params.get("name");
    // ruleid: cpp-reflected-xss
    crow::response res("<h1>" + name + "</h1>");
    return res;
}

void greet(const httplib::Request &req, httplib::Response &res) {
    auto name = req.get_param_value("name");
    // ruleid: cpp-reflected-xss
    res.set_content("<p>" + name + "</p>", "text/html");
    // ok: cpp-reflected-xss
    res.set_content("<p>" + escape_html(name) + "</p>", "text/html");
    // ok: cpp-reflected-xss
    res.set_content(name, "text/plain");
    // res.set_content(name, "text/html");
}
