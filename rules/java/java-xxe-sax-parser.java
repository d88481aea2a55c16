void unsafe() {
    SAXParserFactory a = SAXParserFactory.newInstance();
    // ruleid: java-xxe-sax-parser
    a.newSAXParser();
}
void again(Object in) {
    SAXParserFactory b = SAXParserFactory.newInstance();
    // ruleid: java-xxe-sax-parser
    Object r = b.newSAXParser();
}
void safe() {
    SAXParserFactory c = SAXParserFactory.newInstance();
    c.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    // ok: java-xxe-sax-parser
    c.newSAXParser();
}
void other() {
    // ok: java-xxe-sax-parser
    String s = "x.newSAXParser()";
}
// ok: java-xxe-sax-parser
// a.newSAXParser();
