class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-cors-any-origin
        response.setHeader("Access-Control-Allow-Origin", "*");
        // ruleid: java-cors-any-origin
        config.addAllowedOrigin("*");
        // ok: java-cors-any-origin
        response.setHeader("Access-Control-Allow-Origin", "https://app.example.com");
        // ok: java-cors-any-origin
        config.addAllowedOrigin("https://app.example.com");
        // ok: java-cors-any-origin
        // response.setHeader("Access-Control-Allow-Origin", "*");
    }
}
