#include <map>
#include <string>

struct Account { int balance; };

int balance(const std::map<std::string, Account *> &accounts, const std::string &name)
{
    auto found = accounts.find(name);
    if (found == accounts.end() || found->second == nullptr)
        return 0;
    return found->second->balance;
}
