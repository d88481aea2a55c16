#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

class FrameDecoder {
public:
    bool decode(const std::vector<std::uint8_t>& in) {
        if (in.empty()) {
            return false;
        }
        std::size_t len = in[0];
        if (in.size() - 1 > payload_.size()) {
            return false;
        }
        std::copy(in.begin() + 1, in.end(), payload_.begin());
        size_ = len;
        return true;
    }

private:
    std::array<std::uint8_t, 64> payload_{};
    std::size_t size_ = 0;
};
