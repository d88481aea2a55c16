#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int safe_name(const char *name);

void archive(const char *folder) {
    char command[256];
    snprintf(command, sizeof command, "tar czf out.tgz %s", folder);
    // ruleid: c-os-command-injection
    system(command);
}

void ask(void) {
    char host[100], command[200] = "ping -c 1 ";
    if (!fgets(host, sizeof host, stdin)) return;
    strcat(command, host);
    // ruleid: c-os-command-injection
    FILE *out = popen(command, "r");
    pclose(out);
}

void archive_right(const char *folder) {
    if (!safe_name(folder)) return;
    char command[256];
    snprintf(command, sizeof command, "tar czf out.tgz %s", folder);
    // ok: c-os-command-injection
    system(command);
}

void stop(int pid) {
    char command[64];
    snprintf(command, sizeof command, "kill %d", pid);
    // ok: c-os-command-injection
    system(command);
    // ok: c-os-command-injection
    execl("/bin/tar", "tar", "czf", "out.tgz", "--", "folder", (char *)NULL);
    // ok: c-os-command-injection
    execl("/bin/ping", "ping", "-c", getenv("COUNT"), "localhost", (char *)NULL);
    // ruleid: c-os-command-injection
    execl("/bin/sh", "sh", "-c", getenv("HOOK"), (char *)NULL);
    // system(argv[1]);
    puts("system(argv[1])");
}
