import java.io.StringReader;
import javax.servlet.http.HttpServletRequest;
import javax.xml.bind.JAXBContext;
import javax.xml.bind.Unmarshaller;
import javax.xml.stream.*;
import javax.xml.transform.stream.StreamSource;
import org.dom4j.Document;
import org.dom4j.io.SAXReader;

public class OrderXml {
    public String number(String xml) throws Exception {
        SAXReader reader = new SAXReader();
        reader.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document doc = reader.read(new StringReader(xml));
        return doc.getRootElement().elementText("number");
    }
}
