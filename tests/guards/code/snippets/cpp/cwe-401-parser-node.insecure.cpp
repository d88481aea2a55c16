#include <memory>
#include <stdexcept>
#include <string>

struct Document {
    std::string title;
    std::string body;
};

Document* parseDocument(const std::string& text) {
    Document* doc = new Document();
    std::size_t nl = text.find('\n');
    if (nl == std::string::npos) {
        throw std::runtime_error("no title line");
    }
    doc->title = text.substr(0, nl);
    doc->body = text.substr(nl + 1);
    return doc;
}
