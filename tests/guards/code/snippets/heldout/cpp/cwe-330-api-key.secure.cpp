#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <random>
#include <sstream>
#include <string>
#include <fstream>

std::string newApiKey() {
    std::ostringstream key;
    std::ifstream urandom("/dev/urandom", std::ios::binary);
    for (int i = 0; i < 16; ++i) {
        key << std::hex << (urandom.get() & 0xff);
    }
    return key.str();
}
