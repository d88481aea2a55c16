#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

void fetch(CURL *curl) {
    const char *query = getenv("QUERY_STRING");
    const char *url = query ? strstr(query, "url=") : NULL;
    if (!url) return;
    // ruleid: c-ssrf
    curl_easy_setopt(curl, CURLOPT_URL, url + 4);
}

void preview(CURL *curl, int client) {
    char url[1024];
    recv(client, url, sizeof url, 0);
    // ruleid: c-ssrf
    curl_easy_setopt(curl, CURLOPT_URL, url);
}

void fetch_right(CURL *curl) {
    const char *url = getenv("QUERY_STRING");
    if (!url || strncmp(url, "https://images.example.com/", 27) != 0) return;
    // ok: c-ssrf
    curl_easy_setopt(curl, CURLOPT_URL, url);
}

void own(CURL *curl, const char *url) {
    // ok: c-ssrf
    curl_easy_setopt(curl, CURLOPT_URL, "https://images.example.com/logo.png");
    // ok: c-ssrf
    curl_easy_setopt(curl, CURLOPT_URL, url);
    // curl_easy_setopt(curl, CURLOPT_URL, getenv("QUERY_STRING"));
}
