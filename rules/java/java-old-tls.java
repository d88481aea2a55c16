class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-old-tls
        SSLContext a = SSLContext.getInstance("SSL");
        // ruleid: java-old-tls
        SSLContext b = SSLContext.getInstance("TLSv1.1");
        // ok: java-old-tls
        SSLContext c = SSLContext.getInstance("TLSv1.3");
        // ok: java-old-tls
        SSLContext d = SSLContext.getInstance("TLS");
        // ok: java-old-tls
        // SSLContext a = SSLContext.getInstance("SSL");
    }
}
