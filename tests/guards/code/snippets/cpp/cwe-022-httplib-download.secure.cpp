#include <httplib.h>
#include <fstream>
#include <sstream>
#include <string>
#include <filesystem>

int main() {
    httplib::Server server;
    const std::filesystem::path base = "/srv/files";
    server.Get("/download", [&](const httplib::Request& req, httplib::Response& res) {
        auto name = req.get_param_value("name");
        auto full = std::filesystem::weakly_canonical(base / name);
        auto rel = full.lexically_relative(base);
        if (rel.empty() || *rel.begin() == "..") {
            res.status = 403;
            return;
        }
        std::ifstream file(full, std::ios::binary);
        if (!file) {
            res.status = 404;
            return;
        }
        std::ostringstream body;
        body << file.rdbuf();
        res.set_content(body.str(), "application/octet-stream");
    });
    server.listen("127.0.0.1", 8000);
}
