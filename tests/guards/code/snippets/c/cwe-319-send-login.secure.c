#include <curl/curl.h>
#include <stdio.h>
#include <string.h>

int api_login(const char *user, const char *password)
{
    CURL *curl = curl_easy_init();
    if (!curl)
        return -1;
    char *eu = curl_easy_escape(curl, user, 0);
    char *ep = curl_easy_escape(curl, password, 0);
    char body[512];
    snprintf(body, sizeof(body), "user=%s&password=%s", eu, ep);
    curl_easy_setopt(curl, CURLOPT_URL, "https://api.example-shop.com/v1/login");
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);
    CURLcode rc = curl_easy_perform(curl);
    curl_free(eu);
    curl_free(ep);
    curl_easy_cleanup(curl);
    return rc == CURLE_OK ? 0 : -1;
}
