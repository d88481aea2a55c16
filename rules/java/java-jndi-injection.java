class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String q = request.getParameter("q");

        // ruleid: java-jndi-injection
        new InitialContext().lookup(q);
        // ruleid: java-jndi-injection
        context.lookup("java:comp/env/" + q);
        // ok: java-jndi-injection
        context.lookup("java:comp/env/jdbc/main");
        // ok: java-jndi-injection
        context.lookup("java:comp/env/db" + Integer.parseInt(q));
        // ok: java-jndi-injection
        // new InitialContext().lookup(q);
    }
}
