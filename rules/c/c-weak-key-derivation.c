#include <openssl/evp.h>
#include <openssl/rand.h>

void derive(const char *p, int n, unsigned char *out) {
    unsigned char fresh[16];
    RAND_bytes(fresh, sizeof fresh);
    // ruleid: c-weak-key-derivation
    PKCS5_PBKDF2_HMAC(p, n, fresh, 16, 1000, EVP_sha256(), 32, out);
    // ok: c-weak-key-derivation
    PKCS5_PBKDF2_HMAC(p, n, fresh, 16, 600000, EVP_sha256(), 32, out);
    const unsigned char salt[] = "pepper-and-salt";
    // ruleid: c-weak-key-derivation
    PKCS5_PBKDF2_HMAC(p, n, salt, 15, 600000, EVP_sha256(), 32, out);
    // ok: c-weak-key-derivation
    PKCS5_PBKDF2_HMAC(p, n, fresh, 16, ROUNDS, EVP_sha256(), 32, out);
    // PKCS5_PBKDF2_HMAC(p, n, salt, 15, 1, EVP_sha256(), 32, out);
}
