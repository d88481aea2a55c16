#include <cstdlib>
#include <iostream>
#include <string>
#include <regex>

int main()
{
    std::string name;
    std::getline(std::cin, name);
    if (!std::regex_match(name, std::regex("[A-Za-z0-9_]+")))
        return 1;
    std::string command = "id ";
    command += name;
    return std::system(command.c_str());
}
