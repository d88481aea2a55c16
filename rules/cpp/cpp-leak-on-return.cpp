#include <cstdio>
#include <vector>

bool first(const char *path, char &out) {
    char *buffer = new char[4096];
    std::FILE *f = std::fopen(path, "rb");
    if (!f)
        // ruleid: cpp-leak-on-return
        return false;
    if (std::fread(buffer, 1, 4096, f) == 0) {
        std::fclose(f);
        // ruleid: cpp-leak-on-return
        return false;
    }
    out = buffer[0];
    std::fclose(f);
    delete[] buffer;
    return true;
}

Document *parse(const std::string &text) {
    Document *document = new Document();
    if (text.empty()) {
        // ruleid: cpp-leak-on-return
        throw std::runtime_error("nothing to read");
    }
    document->title = text;
    return document;
}

Document *parse_right(const std::string &text) {
    auto document = std::make_unique<Document>();
    if (text.empty()) {
        // ok: cpp-leak-on-return
        throw std::runtime_error("nothing to read");
    }
    return document.release();
}

bool first_right(const char *path, char &out) {
    std::vector<char> buffer(4096);
    std::FILE *f = std::fopen(path, "rb");
    if (!f)
        // ok: cpp-leak-on-return
        return false;
    out = buffer[0];
    std::fclose(f);
    return true;
}

bool freed(const char *path) {
    char *buffer = new char[16];
    std::FILE *f = std::fopen(path, "rb");
    if (!f) {
        delete[] buffer;
        // ok: cpp-leak-on-return
        return false;
    }
    std::fclose(f);
    delete[] buffer;
    return true;
    // new char[16]; return false;
}
