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
        static const std::regex kSafe("^[A-Za-z0-9._/:@-]+$");
        if (!std::regex_match(repo_, kSafe) || !std::regex_match(branch_, kSafe)) {
            return -1;
        }
        std::string command = "git clone --branch " + branch_ + " " + repo_ + " /tmp/work";
        return std::system(command.c_str());
    }

private:
    std::string repo_;
    std::string branch_;
};
