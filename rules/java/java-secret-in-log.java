class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-secret-in-log
        logger.info("login with " + password);
        // ruleid: java-secret-in-log
        System.out.println("token: " + token);
        // ruleid: java-secret-in-log
        logger.debug("login of {} with {}", request.getUser(), request.getPassword());
        // ruleid: java-secret-in-log
        System.out.println("card " + order.getName() + " " + order.getCardNumber());
        // ok: java-secret-in-log
        logger.info("card {}", mask(order.getCardNumber()));
        // ok: java-secret-in-log
        logger.info("login of " + user);
        // ok: java-secret-in-log
        logger.info("password changed");
        // ok: java-secret-in-log
        // logger.info("login with " + password);
    }
}
