#include "crow.h"
#include <string>

std::string escape(const std::string& s) {
    std::string out;
    for (char c : s) {
        switch (c) {
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '&': out += "&amp;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
    return out;
}

int main() {
    crow::SimpleApp app;
    CROW_ROUTE(app, "/hello")([](const crow::request& req) {
        const char* name = req.url_params.get("name");
        return crow::response("<h1>Hello " + escape(name ? name : "") + "</h1>");
    });
    app.port(18080).run();
}
