#include <crow.h>
#include <string>

int main() {
    crow::SimpleApp app;
    CROW_ROUTE(app, "/hello")
    ([](const crow::request& req) {
        const char* name = req.url_params.get("name");
        std::string who = name ? name : "stranger";
        crow::response res("<h1>Hello, " + who + "!</h1>");
        res.set_header("Content-Type", "text/html");
        return res;
    });
    app.port(8080).run();
}
