#include <curl/curl.h>
#include <string>

class HttpClient {
public:
    HttpClient() : curl_(curl_easy_init()) {}
    ~HttpClient() { curl_easy_cleanup(curl_); }

    std::string get(const std::string& url) {
        std::string body;
        curl_easy_setopt(curl_, CURLOPT_URL, url.c_str());
        curl_easy_setopt(curl_, CURLOPT_WRITEFUNCTION, &HttpClient::write);
        curl_easy_setopt(curl_, CURLOPT_WRITEDATA, &body);
        curl_easy_setopt(curl_, CURLOPT_SSL_VERIFYPEER, verify_ ? 1L : 0L);
        curl_easy_setopt(curl_, CURLOPT_SSL_VERIFYHOST, verify_ ? 2L : 0L);
        curl_easy_perform(curl_);
        return body;
    }

private:
    static size_t write(char* p, size_t s, size_t n, void* out) {
        static_cast<std::string*>(out)->append(p, s * n);
        return s * n;
    }
    CURL* curl_;
    bool verify_ = false;
};
