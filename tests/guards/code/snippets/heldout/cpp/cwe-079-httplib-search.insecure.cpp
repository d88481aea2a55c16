#include <httplib.h>
#include <string>

std::string renderResults(const std::string& term) {
    std::string page = "<html><body><h2>Results for ";
    page += term;
    page += "</h2></body></html>";
    return page;
}

int main() {
    httplib::Server server;
    server.Get("/search", [](const httplib::Request& req, httplib::Response& res) {
        auto term = req.get_param_value("q");
        res.set_content(renderResults(term), "text/html");
    });
    server.listen("127.0.0.1", 8080);
}
