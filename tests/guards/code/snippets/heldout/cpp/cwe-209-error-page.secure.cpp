#include <httplib.h>
#include <nlohmann/json.hpp>
#include <iostream>
#include <stdexcept>

extern nlohmann::json loadOrder(int id);

int main() {
    httplib::Server svr;
    svr.Get(R"(/orders/(\d+))", [](const httplib::Request& req, httplib::Response& res) {
        try {
            int id = std::stoi(req.matches[1]);
            res.set_content(loadOrder(id).dump(), "application/json");
        } catch (const std::exception& e) {
            res.status = 500;
            std::cerr << "order lookup failed: " << e.what() << '\n';
            res.set_content("Internal error", "text/plain");
        }
    });
    svr.listen("0.0.0.0", 8080);
}
