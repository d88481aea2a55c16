#include <cstdlib>
#include <iostream>
#include <map>
#include <regex>
#include <string>

class JobRunner {
public:
    void configure(const std::map<std::string, std::string>& params) {
        repo_ = params.at("repo");
        branch_ = params.at("branch");
    }

    int run() {
        std::string command = "git clone --branch " + branch_ + " " + repo_ + " /tmp/work";
        return std::system(command.c_str());
    }

private:
    std::string repo_;
    std::string branch_;
};
