#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <string>

class FeedReader {
public:
    bool parse(const std::string& xml) {
        xmlDocPtr doc = xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "feed.xml", nullptr,
                                      XML_PARSE_NONET | XML_PARSE_NO_XXE);
        if (doc == nullptr) return false;
        xmlFreeDoc(doc);
        return true;
    }
};
