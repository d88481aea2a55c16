#include <algorithm>
#include <array>
#include <vector>

class Frame {
public:
    void take(const std::vector<unsigned char> &in) {
        // ruleid: cpp-copy-into-array
        std::copy(in.begin(), in.end(), payload_.begin());
    }
    bool take_right(const std::vector<unsigned char> &in) {
        if (in.size() > payload_.size()) return false;
        // ok: cpp-copy-into-array
        std::copy(in.begin(), in.end(), payload_.begin());
        return true;
    }

private:
    std::array<unsigned char, 64> payload_{};
};

void name(const std::string &text) {
    char out[32];
    // ruleid: cpp-copy-into-array
    std::memcpy(out, text.data(), text.size());
}

std::vector<int> twice(const std::vector<int> &in) {
    std::vector<int> out(in.size());
    // ok: cpp-copy-into-array
    std::copy(in.begin(), in.end(), out.begin());
    // std::copy(in.begin(), in.end(), payload_.begin());
    return out;
}
