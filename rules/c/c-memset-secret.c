void example(int argc, char **argv)
{
    // ruleid: c-memset-secret
    memset(password, 0, sizeof(password));
    // ruleid: c-memset-secret
    memset(secret, 0, 32);
    // ok: c-memset-secret
    explicit_bzero(pin, sizeof(pin));
    // ok: c-memset-secret
    memset(buffer, 0, sizeof(buffer));
    {
        // ok: c-memset-secret
        memset(passwd, 0, sizeof(passwd));
        read_line(passwd, sizeof(passwd));
    }
    // ok: c-memset-secret
    // memset(password, 0, sizeof(password));
}
