#include <cstdarg>
#include <cstdio>
#include <string>

class Logger {
public:
    void log(const std::string& message) {
        std::string line = prefix_ + message + "\n";
        std::fprintf(stderr, line.c_str());
    }

private:
    std::string prefix_ = "[app] ";
};
