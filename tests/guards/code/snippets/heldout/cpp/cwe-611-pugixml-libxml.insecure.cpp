#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <string>

class FeedReader {
public:
    bool parse(const std::string& xml) {
        xmlDocPtr doc = xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "feed.xml", nullptr,
                                      XML_PARSE_NOENT | XML_PARSE_DTDATTR);
        if (doc == nullptr) return false;
        xmlFreeDoc(doc);
        return true;
    }
};
