#include <httplib.h>
#include <string>

std::string htmlEscape(const std::string& s) {
    std::string out;
    out.reserve(s.size());
    for (char c : s) {
        if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '&') out += "&amp;";
        else if (c == '"') out += "&quot;";
        else out += c;
    }
    return out;
}

std::string renderResults(const std::string& term) {
    std::string page = "<html><body><h2>Results for ";
    page += htmlEscape(term);
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
