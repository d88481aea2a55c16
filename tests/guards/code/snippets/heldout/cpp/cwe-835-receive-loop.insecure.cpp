#include <string>
#include <sys/socket.h>

bool sendAll(int fd, const std::string& data) {
    std::size_t sent = 0;
    while (sent < data.size()) {
        sent += send(fd, data.data() + sent, data.size() - sent, 0);
    }
    return true;
}
