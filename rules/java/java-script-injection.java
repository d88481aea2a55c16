class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String q = request.getParameter("q");

        // ruleid: java-script-injection
        new ScriptEngineManager().getEngineByName("js").eval(q);
        // ruleid: java-script-injection
        engine.eval("1 + " + q);
        // ok: java-script-injection
        engine.eval("1 + 1");
        // ok: java-script-injection
        engine.eval("1 + " + Integer.parseInt(q));
        // ok: java-script-injection
        // new ScriptEngineManager().getEngineByName("js").eval(q);
    }
}
