#include <iostream>
#include <string>

int main(int argc, char **argv)
{
    if (argc < 2)
        return 1;
    int port = 0;
    try {
        port = std::stoi(argv[1]);
    } catch (const std::exception &) {
        return 1;
    }
    std::cout << port << "\n";
    return 0;
}
