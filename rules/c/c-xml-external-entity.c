#include <libxml/parser.h>

void f(const char *path, const char *text, int size)
{
    // ruleid: c-xml-external-entity
    xmlReadFile(path, NULL, XML_PARSE_NOENT);
    // ruleid: c-xml-external-entity
    xmlReadMemory(text, size, "x", NULL, XML_PARSE_NOENT | XML_PARSE_DTDLOAD);
    int options = XML_PARSE_NOENT | XML_PARSE_DTDLOAD;
    // ruleid: c-xml-external-entity
    xmlReadDoc(text, "x", NULL, options);
    int careful = XML_PARSE_NONET;
    // ok: c-xml-external-entity
    xmlReadDoc(text, "x", NULL, careful);
    // ok: c-xml-external-entity
    xmlReadFile(path, NULL, XML_PARSE_NONET);
    // ok: c-xml-external-entity
    xmlReadMemory(text, size, "x", NULL, 0);
    // xmlReadFile(path, NULL, XML_PARSE_NOENT);
}
