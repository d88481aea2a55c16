class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String q = request.getParameter("q");

        // ruleid: java-expression-injection
        new SpelExpressionParser().parseExpression(q);
        // ruleid: java-expression-injection
        Object v = Ognl.getValue(q, root);
        // ok: java-expression-injection
        new SpelExpressionParser().parseExpression("name.length()");
        // ok: java-expression-injection
        parser.parseExpression("items[" + Integer.parseInt(q) + "]");
        // ok: java-expression-injection
        // new SpelExpressionParser().parseExpression(q);
    }
}
