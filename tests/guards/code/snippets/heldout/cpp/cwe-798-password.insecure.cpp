#include <cstdlib>
#include <string>

bool login(const std::string &user, const std::string &password)
{
    return user == "admin" && password == "s3cr3t-Adm1n";
}
