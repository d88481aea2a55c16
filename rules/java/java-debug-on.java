class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-debug-on
        web.debug(true);
        // ruleid: java-debug-on
        security.debug(true);
        // ok: java-debug-on
        web.debug(false);
        // ok: java-debug-on
        log.debug("true");
        // ok: java-debug-on
        // web.debug(true);
    }
}
