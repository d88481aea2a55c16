class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        {
            KeyPairGenerator a = KeyPairGenerator.getInstance("RSA");
            // ruleid: java-short-rsa-key
            a.initialize(1024);
            // ruleid: java-short-rsa-key
            a.initialize(512, random);
            // ok: java-short-rsa-key
            a.initialize(3072);
        }
        {
            KeyPairGenerator b = KeyPairGenerator.getInstance("EC");
            // ok: java-short-rsa-key
            b.initialize(256);
        }
        // ok: java-short-rsa-key
        // a.initialize(1024);
    }
}
