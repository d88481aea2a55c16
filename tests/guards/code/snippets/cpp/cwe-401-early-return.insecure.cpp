#include <cstdio>
#include <memory>
#include <vector>

bool checksum(const char* path, unsigned& out) {
    unsigned char* buf = new unsigned char[4096];
    std::FILE* f = std::fopen(path, "rb");
    if (!f) return false;
    size_t n = std::fread(buf, 1, 4096, f);
    out = 0;
    for (size_t i = 0; i < n; ++i) out = out * 31 + buf[i];
    std::fclose(f);
    delete[] buf;
    return true;
}
