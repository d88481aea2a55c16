#include <cstdlib>
#include <iostream>
#include <string>
#include <unistd.h>
#include <sys/wait.h>

bool archive(const std::string& folder) {
    std::string command = "tar czf backup.tar.gz " + folder;
    return std::system(command.c_str()) == 0;
}

int main(int argc, char **argv) {
    std::string folder;
    std::cout << "folder: ";
    std::getline(std::cin, folder);
    return archive(folder) ? 0 : 1;
}
