void unsafe() {
    DocumentBuilderFactory a = DocumentBuilderFactory.newInstance();
    // ruleid: java-xxe-document-builder
    a.newDocumentBuilder();
}
void again(Object in) {
    DocumentBuilderFactory b = DocumentBuilderFactory.newInstance();
    // ruleid: java-xxe-document-builder
    Object r = b.newDocumentBuilder();
}
void safe() {
    DocumentBuilderFactory c = DocumentBuilderFactory.newInstance();
    c.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    // ok: java-xxe-document-builder
    c.newDocumentBuilder();
}
void other() {
    // ok: java-xxe-document-builder
    String s = "x.newDocumentBuilder()";
}
// ok: java-xxe-document-builder
// a.newDocumentBuilder();
