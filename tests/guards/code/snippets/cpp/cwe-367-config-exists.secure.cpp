#include <filesystem>
#include <fstream>
#include <string>
#include <fcntl.h>
#include <unistd.h>

bool createLockFile(const std::string& path, const std::string& owner) {
    int fd = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY, 0600);
    if (fd < 0) {
        return false;
    }
    bool ok = ::write(fd, owner.data(), owner.size()) == static_cast<ssize_t>(owner.size());
    ::close(fd);
    return ok;
}
