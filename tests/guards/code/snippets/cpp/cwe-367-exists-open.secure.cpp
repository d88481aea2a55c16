#include <filesystem>
#include <fstream>
#include <string>
#include <fcntl.h>
#include <unistd.h>

bool create_lock(const std::string& path) {
    int fd = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY, 0600);
    if (fd < 0) return false;
    bool ok = ::write(fd, "1", 1) == 1;
    ::close(fd);
    return ok;
}
