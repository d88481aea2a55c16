class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String q = request.getParameter("q");

        // ruleid: java-ssrf
        new URL(q).openStream();
        // ruleid: java-ssrf
        HttpRequest r = HttpRequest.newBuilder(URI.create("https://" + q)).build();
        // ok: java-ssrf
        new URL("https://api.example.com/status").openStream();
        // ok: java-ssrf
        new URL("https://api.example.com/find?q=" + URLEncoder.encode(q, "UTF-8")).openStream();
        // ok: java-ssrf
        new URL(ALLOWED.get(q)).openStream();
        // ok: java-ssrf
        // new URL(q).openStream();
    }
}
