#include <array>
#include <cstdio>
#include <memory>
#include <string>
#include <unistd.h>
#include <sys/wait.h>

std::string convert(const std::string& input, const std::string& output) {
    std::string result;
    std::array<char, 128> buf;
    std::unique_ptr<FILE, decltype(&pclose)> pipe(popen(("convert " + input + " " + output).c_str(), "r"), pclose);
    if (!pipe) return "";
    while (fgets(buf.data(), buf.size(), pipe.get())) result += buf.data();
    return result;
}
