#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>
#include <unistd.h>
#include <sys/wait.h>

class ImageResizer {
public:
    bool resize(const std::string& input, const std::string& output, int width) const {
        std::ostringstream cmd;
        cmd << "convert " << input << " -resize " << width << "x " << output;
        return std::system(cmd.str().c_str()) == 0;
    }
};
