void example(int argc, char **argv)
{
    // ruleid: c-weak-hash
    MD5(text, length, digest);
    // ruleid: c-weak-hash
    EVP_DigestInit_ex(ctx, EVP_sha1(), NULL);
    // ruleid: c-weak-hash
    CryptCreateHash(provider, CALG_MD5, 0, 0, &hash);
    // ok: c-weak-hash
    CryptCreateHash(provider, CALG_SHA_256, 0, 0, &hash);
    // ok: c-weak-hash
    SHA256(text, length, digest);
    // ok: c-weak-hash
    EVP_DigestInit_ex(ctx, EVP_sha256(), NULL);
    // ok: c-weak-hash
    // MD5(text, length, digest);
}
