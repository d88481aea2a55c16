#include <xercesc/parsers/XercesDOMParser.hpp>

void load(const char *path) {
    XercesDOMParser *parser = new XercesDOMParser();
    parser->setDoNamespaces(true);
    // ruleid: cpp-xml-external-entity
    parser->parse(path);
    delete parser;
}

void load_right(const char *path) {
    XercesDOMParser *parser = new XercesDOMParser();
    parser->setDisableDefaultEntityResolution(true);
    // ok: cpp-xml-external-entity
    parser->parse(path);
    delete parser;
}

void on_the_stack(const char *path) {
    XercesDOMParser parser;
    // ruleid: cpp-xml-external-entity
    parser.parse(path);
}

void another(JsonReader *parser, const char *path) {
    // ok: cpp-xml-external-entity
    parser->parse(path);
    // XercesDOMParser parser; parser.parse(path);
}
