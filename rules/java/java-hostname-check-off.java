class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-hostname-check-off
        connection.setHostnameVerifier((host, session) -> true);
        // ruleid: java-hostname-check-off
        builder.setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE);
        // ok: java-hostname-check-off
        connection.setHostnameVerifier((host, session) -> host.equals(expected));
        // ok: java-hostname-check-off
        builder.setSSLHostnameVerifier(new DefaultHostnameVerifier());
        // ok: java-hostname-check-off
        // connection.setHostnameVerifier((host, session) -> true);
    }
}
