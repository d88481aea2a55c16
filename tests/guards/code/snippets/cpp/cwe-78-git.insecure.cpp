#include <cstdlib>
#include <string>
#include <vector>
#include <sstream>
#include <unistd.h>
#include <sys/wait.h>

int checkout(const std::string& branch) {
    std::stringstream ss;
    ss << "git checkout " << branch;
    return system(ss.str().c_str());
}
