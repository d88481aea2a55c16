import com.thoughtworks.xstream.XStream;

public class Importer {
    public Object read(String xml) {
        XStream xstream = new XStream();
        xstream.allowTypes(new Class[] {Order.class});
        return xstream.fromXML(xml);
    }
}
