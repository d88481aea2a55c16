#include <random>
#include <string>

std::string make_password(int length)
{
    const std::string letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    std::random_device generator;
    std::uniform_int_distribution<size_t> pick(0, letters.size() - 1);
    std::string password;
    for (int i = 0; i < length; ++i)
        password += letters[pick(generator)];
    return password;
}
