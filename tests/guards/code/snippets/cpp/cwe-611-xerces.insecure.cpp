#include <xercesc/parsers/XercesDOMParser.hpp>
#include <xercesc/sax/HandlerBase.hpp>
#include <xercesc/util/PlatformUtils.hpp>
#include <string>

using namespace xercesc;

DOMDocument* loadInvoice(const std::string& path) {
    XMLPlatformUtils::Initialize();
    auto* parser = new XercesDOMParser();
    parser->setValidationScheme(XercesDOMParser::Val_Always);
    parser->setDoNamespaces(true);
    HandlerBase handler;
    parser->setErrorHandler(&handler);
    parser->parse(path.c_str());
    DOMDocument* document = parser->adoptDocument();
    delete parser;
    return document;
}
