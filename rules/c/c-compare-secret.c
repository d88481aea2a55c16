void example(int argc, char **argv)
{
    // ruleid: c-compare-secret
    int a = memcmp(expected_hmac, given, 32);
    // ruleid: c-compare-secret
    int b = strcmp(auth_token, given);
    // ruleid: c-compare-secret
    int e = memcmp(given, user->mac, 32);
    // ok: c-compare-secret
    int c = CRYPTO_memcmp(expected_hmac, given, 32);
    // ok: c-compare-secret
    int d = memcmp(header, "RIFF", 4);
    // ok: c-compare-secret
    // int a = memcmp(expected_hmac, given, 32);
}
