#include <iostream>
#include <string>

int main(int argc, char **argv)
{
    if (argc < 2)
        return 1;
    int port = std::stoi(argv[1]);
    std::cout << port << "\n";
    return 0;
}
