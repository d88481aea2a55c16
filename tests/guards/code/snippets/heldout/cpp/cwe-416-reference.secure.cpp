#include <string>
#include <vector>

std::string first_line(std::vector<std::string> &lines)
{
    std::string first = lines[0];
    lines.push_back("end");
    return first;
}
