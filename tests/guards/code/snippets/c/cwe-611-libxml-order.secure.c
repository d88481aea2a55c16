#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdio.h>
#include <string.h>

int order_total(const char *xml, int len)
{
    int options = XML_PARSE_NONET;
    xmlDocPtr doc = xmlReadMemory(xml, len, "order.xml", NULL, options);
    if (!doc)
        return -1;
    int total = 0;
    xmlNodePtr root = xmlDocGetRootElement(doc);
    for (xmlNodePtr n = root ? root->children : NULL; n; n = n->next)
        if (n->type == XML_ELEMENT_NODE && xmlStrcmp(n->name, BAD_CAST "item") == 0)
            total++;
    xmlFreeDoc(doc);
    return total;
}
