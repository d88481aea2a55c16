#include <libxml/xpath.h>
#include <stdio.h>

xmlXPathObjectPtr find(xmlXPathContextPtr ctx, const char *name) {
    char path[256];
    snprintf(path, sizeof path, "//user[name='%s']", name);
    // ruleid: c-xpath-injection
    return xmlXPathEvalExpression((xmlChar *)path, ctx);
}

xmlXPathObjectPtr login(xmlXPathContextPtr ctx, const char *name, const char *word) {
    char path[256];
    sprintf(path, "//user[name='%s' and word='%s']", name, word);
    // ruleid: c-xpath-injection
    return xmlXPathEval((const xmlChar *)path, ctx);
}

xmlXPathObjectPtr find_right(xmlXPathContextPtr ctx, const char *name) {
    xmlXPathRegisterVariable(ctx, BAD_CAST "name", xmlXPathNewString(BAD_CAST name));
    // ok: c-xpath-injection
    return xmlXPathEvalExpression(BAD_CAST "//user[name=$name]", ctx);
}

xmlXPathObjectPtr all(xmlXPathContextPtr ctx) {
    // ok: c-xpath-injection
    return xmlXPathEvalExpression(BAD_CAST "//user", ctx);
    // xmlXPathEval(path, ctx)
}
