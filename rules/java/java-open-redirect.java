class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String q = request.getParameter("q");

        // ruleid: java-open-redirect
        response.sendRedirect(q);
        // ruleid: java-open-redirect
        response.setHeader("Location", q);
        // ok: java-open-redirect
        response.sendRedirect("/home");
        // ok: java-open-redirect
        response.sendRedirect(ALLOWED.get(q));
        // ok: java-open-redirect
        response.sendRedirect("/find?q=" + URLEncoder.encode(q, "UTF-8"));
        // ok: java-open-redirect
        // response.sendRedirect(q);
    }
}
