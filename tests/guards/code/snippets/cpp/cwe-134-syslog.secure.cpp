#include <string>
#include <syslog.h>
#include <cstdio>

class Logger {
public:
    void info(const std::string& message) {
        syslog(LOG_INFO, "%s", message.c_str());
    }
    void error(const std::string& message) {
        fprintf(stderr, "%s\n", message.c_str());
    }
};
