void example(int argc, char **argv)
{
    {
        snprintf(line, sizeof(line), "ls %s", name);
        // ruleid: c-command-from-format
        system(line);
    }
    {
        sprintf(line, "ping -c 1 %s", host);
        // ruleid: c-command-from-format
        FILE *a = popen(line, "r");
    }
    {
        snprintf(line, sizeof(line), "kill %d", pid);
        // ok: c-command-from-format
        system(line);
    }
    // ok: c-command-from-format
    system("ls /srv");
    // ok: c-command-from-format
    // system(line);
}
