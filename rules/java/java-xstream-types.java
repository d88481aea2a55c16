class Importer {
    Object read(String xml) {
        XStream xstream = new XStream();
        // ruleid: java-xstream-types
        return xstream.fromXML(xml);
    }

    Object second(String xml) {
        XStream stream = new XStream(new DomDriver());
        stream.setMode(1);
        // ruleid: java-xstream-types
        return stream.fromXML(xml);
    }

    Object right(String xml) {
        XStream xstream = new XStream();
        xstream.allowTypes(new Class[] {Order.class});
        // ok: java-xstream-types
        return xstream.fromXML(xml);
    }

    Object wild(String xml) {
        XStream xstream = new XStream();
        xstream.allowTypesByWildcard(new String[] {"com.example.**"});
        // ok: java-xstream-types
        return xstream.fromXML(xml);
        // xstream.fromXML(xml)
    }
}

class Layouts {
    private final XStream xstream = new XStream(new DomDriver());

    Layout load(String xml) {
        // ruleid: java-xstream-types
        return (Layout) xstream.fromXML(xml);
    }
}

class SafeLayouts {
    private final XStream safe = new XStream(new DomDriver());

    Layout load(String xml) {
        safe.allowTypes(new Class[] {Layout.class});
        // ok: java-xstream-types
        return (Layout) safe.fromXML(xml);
    }
}
