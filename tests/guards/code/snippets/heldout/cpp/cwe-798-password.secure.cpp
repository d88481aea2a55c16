#include <cstdlib>
#include <string>

bool login(const std::string &user, const std::string &password)
{
    const char *expected = std::getenv("ADMIN_PASSWORD");
    return expected != nullptr && user == "admin" && password == expected;
}
