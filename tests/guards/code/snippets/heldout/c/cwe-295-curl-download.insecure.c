#include <curl/curl.h>
#include <stdio.h>

static size_t on_data(char *ptr, size_t size, size_t nmemb, void *userdata)
{
    return fwrite(ptr, size, nmemb, (FILE *)userdata);
}

int download(const char *url, const char *out)
{
    CURL *curl = curl_easy_init();
    if (!curl)
        return -1;
    FILE *fp = fopen(out, "wb");
    if (!fp) {
        curl_easy_cleanup(curl);
        return -1;
    }
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_data);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, fp);
    /* our staging box uses a self-signed certificate */
    long verify = 0;
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, verify);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, verify);
    CURLcode rc = curl_easy_perform(curl);
    fclose(fp);
    curl_easy_cleanup(curl);
    return rc == CURLE_OK ? 0 : -1;
}
