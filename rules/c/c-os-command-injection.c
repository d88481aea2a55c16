void example(int argc, char **argv) {
    char command[128];
    snprintf(command, sizeof command, "ls %s", argv[1]);
    // ruleid: c-os-command-injection
    system(command);
    // ruleid: c-os-command-injection
    popen(getenv("PAGER"), "r");
    // ok: c-os-command-injection
    system("uptime");
    // ok: c-os-command-injection
    execv("/bin/ls", args);
    // system(argv[1]);
}
