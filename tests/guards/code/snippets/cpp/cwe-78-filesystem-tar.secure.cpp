#include <cstdlib>
#include <iostream>
#include <string>
#include <unistd.h>
#include <sys/wait.h>

bool archive(const std::string& folder) {
    pid_t pid = fork();
    if (pid == 0) {
        execl("/bin/tar", "tar", "czf", "backup.tar.gz", "--", folder.c_str(), static_cast<char *>(nullptr));
        _exit(127);
    }
    int status = 0;
    return pid > 0 && waitpid(pid, &status, 0) == pid && status == 0;
}

int main(int argc, char **argv) {
    std::string folder;
    std::cout << "folder: ";
    std::getline(std::cin, folder);
    return archive(folder) ? 0 : 1;
}
