void example(int argc, char **argv)
{
    // ruleid: c-certificate-check-off
    SSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, NULL);
    // ruleid: c-certificate-check-off
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
    // ok: c-certificate-check-off
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, NULL);
    // ok: c-certificate-check-off
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    // ok: c-certificate-check-off
    // SSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, NULL);
}

// ruleid: c-certificate-check-off
static int any(int ok, X509_STORE_CTX *ctx) {
    return 1;
}

// ok: c-certificate-check-off
static int checked(int ok, X509_STORE_CTX *ctx) {
    return ok;
}
