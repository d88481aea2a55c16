#include <curl/curl.h>
#include <crow.h>
#include <string>

static size_t append(char* p, size_t s, size_t n, void* out) {
    static_cast<std::string*>(out)->append(p, s * n);
    return s * n;
}

int main() {
    crow::SimpleApp app;
    CROW_ROUTE(app, "/avatar")([](const crow::request& req) {
        const char* url = req.url_params.get("url");
        if (!url) return crow::response(400);
        std::string body;
        CURL* curl = curl_easy_init();
        curl_easy_setopt(curl, CURLOPT_URL, url);
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, append);
        curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
        CURLcode rc = curl_easy_perform(curl);
        curl_easy_cleanup(curl);
        return rc == CURLE_OK ? crow::response(body) : crow::response(502);
    });
    app.port(8080).run();
}
