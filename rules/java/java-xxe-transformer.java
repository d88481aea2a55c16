class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        {
            TransformerFactory a = TransformerFactory.newInstance();
            // ruleid: java-xxe-transformer
            a.newTransformer();
            // ruleid: java-xxe-transformer
            a.newTransformer(sheet);
        }
        {
            TransformerFactory b = TransformerFactory.newInstance();
            b.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            // ok: java-xxe-transformer
            b.newTransformer();
            // ok: java-xxe-transformer
            b.newTransformer(sheet);
        }
        // ok: java-xxe-transformer
        // a.newTransformer();
    }
}
