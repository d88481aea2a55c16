class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-hardcoded-connection-password
        Connection a = DriverManager.getConnection(url, "app", "hunter2");
        // ruleid: java-hardcoded-connection-password
        Connection b = DriverManager.getConnection(url, user, "hunter2");
        // ruleid: java-hardcoded-connection-password
        Connection x = DriverManager.getConnection("jdbc:mysql://db/shop?user=app&password=hunter2");
        // ok: java-hardcoded-connection-password
        Connection c = DriverManager.getConnection(url, user, System.getenv("DB_PASSWORD"));
        // ok: java-hardcoded-connection-password
        Connection d = DriverManager.getConnection(url, properties);
        // ok: java-hardcoded-connection-password
        // Connection a = DriverManager.getConnection(url, "app", "hunter2");
    }
}
