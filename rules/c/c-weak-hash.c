void example(int argc, char **argv)
{
    // ruleid: c-weak-hash
    MD5(text, length, digest);
    // ruleid: c-weak-hash
    EVP_DigestInit_ex(ctx, EVP_sha1(), NULL);
    // ok: c-weak-hash
    SHA256(text, length, digest);
    // ok: c-weak-hash
    EVP_DigestInit_ex(ctx, EVP_sha256(), NULL);
    // ok: c-weak-hash
    // MD5(text, length, digest);
}
