#include <cstdlib>
#include <string>
#include <vector>
#include <sstream>
#include <unistd.h>
#include <sys/wait.h>

int checkout(const std::string& branch) {
    pid_t pid = fork();
    if (pid == 0) {
        execlp("git", "git", "checkout", branch.c_str(), nullptr);
        _exit(127);
    }
    int st = 0;
    waitpid(pid, &st, 0);
    return st;
}
