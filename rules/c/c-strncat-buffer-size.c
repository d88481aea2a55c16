void example(int argc, char **argv)
{
    // ruleid: c-strncat-buffer-size
    strncat(buf, name, sizeof(buf));
    // ruleid: c-strncat-buffer-size
    strncat(buf, name, strlen(name));
    // ok: c-strncat-buffer-size
    strncat(buf, name, sizeof(buf) - strlen(buf) - 1);
    // ok: c-strncat-buffer-size
    strncat(buf, name, room);
    // ok: c-strncat-buffer-size
    // strncat(buf, name, sizeof(buf));
}
