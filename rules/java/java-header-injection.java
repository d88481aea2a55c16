class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String q = request.getParameter("q");

        // ruleid: java-header-injection
        response.setHeader("X-Name", q);
        // ruleid: java-header-injection
        response.addHeader("X-Name", "n=" + q);
        // ok: java-header-injection
        response.setHeader("X-Name", q.replaceAll("[\r\n]", ""));
        // ok: java-header-injection
        response.addHeader("X-Name", "none");
        // ok: java-header-injection
        // response.setHeader("X-Name", q);
    }
}
