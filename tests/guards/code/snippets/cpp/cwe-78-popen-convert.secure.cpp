#include <array>
#include <cstdio>
#include <memory>
#include <string>
#include <unistd.h>
#include <sys/wait.h>

bool convert(const std::string& input, const std::string& output) {
    pid_t pid = fork();
    if (pid < 0) return false;
    if (pid == 0) {
        execl("/usr/bin/convert", "convert", input.c_str(), output.c_str(), nullptr);
        _exit(127);
    }
    int status = 0;
    return waitpid(pid, &status, 0) == pid && status == 0;
}
