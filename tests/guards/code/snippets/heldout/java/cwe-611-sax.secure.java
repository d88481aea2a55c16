import java.io.InputStream;
import javax.xml.parsers.*;
import org.xml.sax.helpers.DefaultHandler;

public class Read {
    void read(InputStream in) throws Exception {
        SAXParserFactory f = SAXParserFactory.newInstance();
        f.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        f.newSAXParser().parse(in, new DefaultHandler());
    }
}
