class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String q = request.getParameter("q");

        // ruleid: java-nosql-injection
        Document d = Document.parse("{name: '" + q + "'}");
        // ruleid: java-nosql-injection
        BasicQuery b = new BasicQuery("{name: '" + q + "'}");
        // ok: java-nosql-injection
        Document e = new Document("name", q);
        // ok: java-nosql-injection
        Document f = Document.parse("{active: true}");
        // ok: java-nosql-injection
        // Document d = Document.parse("{name: '" + q + "'}");
    }
}
