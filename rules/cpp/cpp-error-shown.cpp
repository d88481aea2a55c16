#include <crow.h>
#include <httplib.h>
#include <iostream>

crow::response order(int id) {
    try {
        return crow::response(load(id));
    } catch (const std::exception &error) {
        // ruleid: cpp-error-shown
        return crow::response(500, error.what());
    }
}

void order(const httplib::Request &req, httplib::Response &res) {
    try {
        res.set_content(load(3), "text/plain");
    } catch (const std::exception &error) {
        // ruleid: cpp-error-shown
        res.set_content(std::string("failed: ") + error.what(), "text/plain");
        std::cerr << error.what();
        // ok: cpp-error-shown
        res.set_content("failed", "text/plain");
        // ok: cpp-error-shown
        res.status = 500;
        // res.set_content(error.what(), "text/plain");
    }
}
