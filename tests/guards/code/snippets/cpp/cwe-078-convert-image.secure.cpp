#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>
#include <unistd.h>
#include <sys/wait.h>

class ImageResizer {
public:
    bool resize(const std::string& input, const std::string& output, int width) const {
        std::string geometry = std::to_string(width) + "x";
        pid_t pid = fork();
        if (pid < 0) return false;
        if (pid == 0) {
            execl("/usr/bin/convert", "convert", input.c_str(), "-resize", geometry.c_str(),
                  output.c_str(), static_cast<char*>(nullptr));
            _exit(127);
        }
        int status = 0;
        return waitpid(pid, &status, 0) == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
};
