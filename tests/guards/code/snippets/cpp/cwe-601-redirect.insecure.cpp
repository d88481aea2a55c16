#include <crow.h>
#include <string>

int main() {
    crow::SimpleApp app;
    CROW_ROUTE(app, "/login").methods("POST"_method)([](const crow::request& req) {
        crow::response res;
        const char* next = req.url_params.get("next");
        std::string target = next ? next : "/";
        res.redirect(target);
        return res;
    });
    app.port(8080).multithreaded().run();
}
