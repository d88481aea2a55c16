void example(int argc, char **argv)
{
    // ruleid: c-hardcoded-key
    unsigned char key[] = "0123456789abcdef";
    // ruleid: c-hardcoded-key
    unsigned char *aes_key = (unsigned char *)"0123456789abcdef";
    // ok: c-hardcoded-key
    unsigned char key2[32];
    // ok: c-hardcoded-key
    unsigned char text[] = "0123456789abcdef";
    // ok: c-hardcoded-key
    // unsigned char key[] = "0123456789abcdef";
}
