import java.io.StringReader;
import javax.xml.stream.*;

public class Xml {
    public XMLStreamReader reader(String xml) throws XMLStreamException {
        XMLInputFactory f = XMLInputFactory.newFactory();
        return f.createXMLStreamReader(new StringReader(xml));
    }
}
