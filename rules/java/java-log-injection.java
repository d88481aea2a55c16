class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String q = request.getParameter("q");

        // ruleid: java-log-injection
        logger.info("asked for " + q);
        // ruleid: java-log-injection
        logger.warn("asked for {}", q);
        // ok: java-log-injection
        logger.info("asked for " + q.replaceAll("[\r\n]", "_"));
        // ok: java-log-injection
        logger.info("asked");
        // ok: java-log-injection
        // logger.info("asked for " + q);
    }
}
