#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>
#include <stdexcept>
#include <arpa/inet.h>
#include <sys/socket.h>

constexpr std::uint32_t kMaxFrame = 1 << 20;

std::vector<char> readFrame(int fd) {
    std::uint32_t length = 0;
    if (recv(fd, &length, sizeof(length), MSG_WAITALL) != sizeof(length)) {
        throw std::runtime_error("short read");
    }
    length = ntohl(length);
    if (length > kMaxFrame) {
        throw std::runtime_error("frame too large");
    }
    std::vector<char> body(length);
    std::size_t done = 0;
    while (done < length) {
        ssize_t n = recv(fd, body.data() + done, length - done, 0);
        if (n <= 0) throw std::runtime_error("connection lost");
        done += static_cast<std::size_t>(n);
    }
    return body;
}
