import com.thoughtworks.xstream.XStream;

public class Importer {
    public Object read(String xml) {
        XStream xstream = new XStream();
        return xstream.fromXML(xml);
    }
}
