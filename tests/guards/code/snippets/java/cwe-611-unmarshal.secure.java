import java.io.StringReader;
import javax.xml.stream.*;

public class Xml {
    public XMLStreamReader reader(String xml) throws XMLStreamException {
        XMLInputFactory f = XMLInputFactory.newFactory();
        f.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return f.createXMLStreamReader(new StringReader(xml));
    }
}
