class Example {
    void find(HttpServletRequest request, XPath xp, Document doc) throws Exception {
        String user = request.getParameter("user");
        // ruleid: java-xpath-injection
        xp.evaluate("/users/user[@name='" + user + "']", doc);
        String e = "//a[@id='" + request.getHeader("id") + "']";
        // ruleid: java-xpath-injection
        xp.compile(e);
        // ok: java-xpath-injection
        xp.evaluate("/users/user", doc);
        // ok: java-xpath-injection
        xp.compile("//a");
        // xp.compile(user)
    }
}
