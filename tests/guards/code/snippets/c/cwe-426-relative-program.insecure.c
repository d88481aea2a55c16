#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int list_home(void)
{
    execlp("ls", "ls", "-la", "/home", (char *)NULL);
    perror("exec");
    return 1;
}

void run_tool(void)
{
    FILE *pipe = popen("report-tool --daily", "r");
    if (pipe != NULL)
        pclose(pipe);
}
