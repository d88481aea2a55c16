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
class Unset {
    void add(HttpServletResponse response, String id) {
        Cookie bare = new Cookie("id", id);
        // ruleid: java-insecure-cookie
        response.addCookie(bare);
        Cookie kept = new Cookie("id", id);
        kept.setSecure(true);
        // ok: java-insecure-cookie
        response.addCookie(kept);
    }
}
