class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-hardcoded-password
        String password = "hunter2-prod";
        // ruleid: java-hardcoded-password
        String DB_PASSWORD = "s3cr3t!pass";
        // ok: java-hardcoded-password
        String password2 = System.getenv("DB_PASSWORD");
        // ok: java-hardcoded-password
        String passwordField = "enter here";
        // ok: java-hardcoded-password
        String secret = "";
        // ruleid: java-hardcoded-password
        String SIGNING_KEY = "c2lnbmluZy1rZXktMTIzNDU2";
        // ruleid: java-hardcoded-password
        config.setPassword("hunter2-prod");
        // ok: java-hardcoded-password
        config.setPassword(System.getenv("DB_PASSWORD"));
        // ok: java-hardcoded-password
        // String password = "hunter2-prod";
    }
}
