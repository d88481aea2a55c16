import org.dom4j.io.SAXReader;
import org.jdom2.input.SAXBuilder;

class Readers {
    void read(java.io.InputStream in) throws Exception {
        SAXReader reader = new SAXReader();
        // ruleid: java-xxe-other-parsers
        reader.read(in);
        SAXBuilder builder = new SAXBuilder();
        // ruleid: java-xxe-other-parsers
        builder.build(in);
    }

    void safely(java.io.InputStream in) throws Exception {
        SAXReader reader = new SAXReader();
        reader.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: java-xxe-other-parsers
        reader.read(in);
        SAXBuilder builder = new SAXBuilder();
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        // ok: java-xxe-other-parsers
        builder.build(in);
        // new SAXReader().read(in)
    }
}
