#include <xercesc/parsers/XercesDOMParser.hpp>
#include <xercesc/sax/HandlerBase.hpp>
#include <xercesc/util/PlatformUtils.hpp>
#include <string>

using namespace xercesc;

DOMDocument* loadInvoice(const std::string& path) {
    XMLPlatformUtils::Initialize();
    auto* parser = new XercesDOMParser();
    parser->setDisableDefaultEntityResolution(true);
    parser->setCreateEntityReferenceNodes(true);
    parser->setLoadExternalDTD(false);
    parser->setDoNamespaces(true);
    HandlerBase handler;
    parser->setErrorHandler(&handler);
    parser->parse(path.c_str());
    DOMDocument* document = parser->adoptDocument();
    delete parser;
    return document;
}
