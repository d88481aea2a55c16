#include <curl/curl.h>

int login(const char *user, const char *password) {
    CURL *curl = curl_easy_init();
    // ruleid: c-cleartext-credentials
    curl_easy_setopt(curl, CURLOPT_URL, "http://api.example.com/login");
    // ok: c-cleartext-credentials
    curl_easy_setopt(curl, CURLOPT_URL, "https://api.example.com/login");
    // ok: c-cleartext-credentials
    curl_easy_setopt(curl, CURLOPT_URL, "http://localhost:8080/login");
    return curl_easy_perform(curl);
}

int fetch(const char *user) {
    CURL *curl = curl_easy_init();
    // ruleid: c-cleartext-credentials
    curl_easy_setopt(curl, CURLOPT_URL, "ftp://files.example.com/report.csv");
    curl_easy_setopt(curl, CURLOPT_USERPWD, user);
    return curl_easy_perform(curl);
}

int weather(void) {
    CURL *curl = curl_easy_init();
    // ok: c-cleartext-credentials
    curl_easy_setopt(curl, CURLOPT_URL, "http://weather.example.com/today");
    // curl_easy_setopt(curl, CURLOPT_URL, "http://example.com"); CURLOPT_USERPWD
    return curl_easy_perform(curl);
}
