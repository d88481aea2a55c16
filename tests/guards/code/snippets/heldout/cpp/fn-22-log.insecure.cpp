#include <fstream>
#include <string>

bool append_log(const std::string &user, const std::string &text)
{
    std::ofstream out("/var/log/app/" + user + ".log", std::ios::app);
    out << text << '\n';
    return static_cast<bool>(out);
}
