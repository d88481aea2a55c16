class Example {
    void cookie(HttpServletResponse response) {
        Cookie c = new Cookie("a", "b");
        // ruleid: java-insecure-cookie
        c.setSecure(false);
        // ruleid: java-insecure-cookie
        c.setHttpOnly(false);
        // ok: java-insecure-cookie
        c.setSecure(true);
        // ok: java-insecure-cookie
        c.setHttpOnly(true);
        // c.setSecure(false)
    }
}
