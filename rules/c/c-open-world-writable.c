void example(int argc, char **argv)
{
    // ruleid: c-open-world-writable
    int a = open(path, O_CREAT | O_WRONLY, 0666);
    // ruleid: c-open-world-writable
    mkdir(path, 0777);
    // ok: c-open-world-writable
    int b = open(path, O_CREAT | O_WRONLY, 0600);
    // ok: c-open-world-writable
    mkdir(path, 0700);
    // ok: c-open-world-writable
    // int a = open(path, O_CREAT | O_WRONLY, 0666);
}
