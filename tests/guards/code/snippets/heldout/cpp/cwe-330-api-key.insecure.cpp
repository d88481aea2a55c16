#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <random>
#include <sstream>
#include <string>
#include <fstream>

std::string newApiKey() {
    std::ostringstream key;
    std::srand(static_cast<unsigned>(std::chrono::system_clock::now().time_since_epoch().count()));
    for (int i = 0; i < 16; ++i) {
        key << std::hex << (std::rand() & 0xff);
    }
    return key.str();
}
