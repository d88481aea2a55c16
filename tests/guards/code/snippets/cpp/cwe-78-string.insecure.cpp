#include <cstdlib>
#include <iostream>
#include <string>
#include <regex>

int main()
{
    std::string name;
    std::getline(std::cin, name);
    std::string command = "id ";
    command += name;
    return std::system(command.c_str());
}
