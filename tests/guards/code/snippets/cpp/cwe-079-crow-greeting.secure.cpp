#include <crow.h>
#include <string>

static std::string escapeHtml(const std::string& in) {
    std::string out;
    for (char c : in) {
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
    CROW_ROUTE(app, "/hello")
    ([](const crow::request& req) {
        const char* name = req.url_params.get("name");
        std::string who = name ? name : "stranger";
        crow::response res("<h1>Hello, " + escapeHtml(who) + "!</h1>");
        res.set_header("Content-Type", "text/html");
        return res;
    });
    app.port(8080).run();
}
