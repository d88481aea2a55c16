#include <iostream>
#include <string>
#include <vector>

int main(int argc, char** argv) {
    std::vector<std::string> commands{"start", "stop", "status", "restart"};
    if (argc < 2) {
        std::cerr << "usage: " << argv[0] << " <index>\n";
        return 1;
    }
    int index = std::stoi(argv[1]);
    if (index < 0 || static_cast<std::size_t>(index) >= commands.size()) {
        std::cerr << "no such command\n";
        return 1;
    }
    std::cout << "Running " << commands[index] << '\n';
    return 0;
}
