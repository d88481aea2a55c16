class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String q = request.getParameter("q");

        // ruleid: java-regex-injection
        Pattern p = Pattern.compile(q);
        // ruleid: java-regex-injection
        Pattern r = Pattern.compile("^" + q + "$");
        // ok: java-regex-injection
        Pattern s = Pattern.compile(Pattern.quote(q));
        // ok: java-regex-injection
        Pattern t = Pattern.compile("^[a-z]+$");
        // ok: java-regex-injection
        // Pattern p = Pattern.compile(q);
    }
}
