#include <cstdlib>
#include <ctime>
#include <string>
#include <random>

std::string randomPassword(int len) {
    const char set[] = "abcdefghijkmnpqrstuvwxyz23456789";
    std::string out;
    std::random_device rd;
    std::uniform_int_distribution<int> d(0, sizeof(set) - 2);
    for (int i = 0; i < len; i++) out.push_back(set[d(rd)]);
    return out;
}
