#include <cstdlib>
#include <ctime>
#include <string>
#include <random>

std::string randomPassword(int len) {
    const char set[] = "abcdefghijkmnpqrstuvwxyz23456789";
    std::string out;
    srand(time(0));
    for (int i = 0; i < len; i++) out.push_back(set[rand() % (sizeof(set) - 1)]);
    return out;
}
