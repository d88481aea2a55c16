void example(int argc, char **argv) {
    // ruleid: c-world-writable
    chmod(path, 0777);
    // ruleid: c-world-writable
    umask(0);
    // ok: c-world-writable
    chmod(path, 0600);
    // ok: c-world-writable
    umask(077);
    // chmod(path, 0777);
}
