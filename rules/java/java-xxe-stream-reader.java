class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        {
            XMLInputFactory a = XMLInputFactory.newInstance();
            // ruleid: java-xxe-stream-reader
            a.createXMLStreamReader(in);
            // ruleid: java-xxe-stream-reader
            a.createXMLEventReader(in);
        }
        {
            XMLInputFactory b = XMLInputFactory.newInstance();
            b.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            // ok: java-xxe-stream-reader
            b.createXMLStreamReader(in);
            // ok: java-xxe-stream-reader
            b.createXMLEventReader(in);
        }
        // ok: java-xxe-stream-reader
        // a.createXMLStreamReader(in);
    }
}
