#include <map>
#include <string>

struct Account { int balance; };

int balance(const std::map<std::string, Account *> &accounts, const std::string &name)
{
    auto found = accounts.find(name);
    return found->second->balance;
}
