#include <cstdlib>
#include <fstream>
#include <string>
#include <unistd.h>

void processUpload(const std::string& body) {
    std::ofstream tmp("/tmp/upload.tmp", std::ios::binary);
    tmp << body;
    tmp.close();
    std::rename("/tmp/upload.tmp", "/srv/uploads/latest");
}
