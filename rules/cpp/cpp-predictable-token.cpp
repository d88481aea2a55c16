#include <cstdlib>
#include <ctime>
#include <random>
#include <string>

std::string makeToken(int n) {
    std::string out;
    // ruleid: cpp-predictable-token
    std::mt19937 gen(std::time(nullptr));
    for (int i = 0; i < n; i++) out += char('a' + gen() % 26);
    return out;
}

int session_id() {
    // ruleid: cpp-predictable-token
    return std::rand();
}

int roll_dice() {
    // ok: cpp-predictable-token
    std::mt19937 gen(std::random_device{}());
    return 1 + gen() % 6;
}

unsigned seedToken() {
    // ok: cpp-predictable-token
    std::random_device device;
    return device();
    // std::mt19937 gen(1);
}
