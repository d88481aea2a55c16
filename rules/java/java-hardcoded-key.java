class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-hardcoded-key
        SecretKeySpec a = new SecretKeySpec("0123456789abcdef".getBytes(), "AES");
        // ruleid: java-hardcoded-key
        SecretKeySpec b = new SecretKeySpec("0123456789abcdef".getBytes(StandardCharsets.UTF_8), "AES");
        // ruleid: java-hardcoded-key
        Algorithm c = Algorithm.HMAC256("secret");
        // ruleid: java-hardcoded-key
        String f = Jwts.builder().setSubject(user).signWith(SignatureAlgorithm.HS256, "secret").compact();
        // ok: java-hardcoded-key
        String g = Jwts.builder().setSubject(user).signWith(key).compact();
        // ok: java-hardcoded-key
        SecretKeySpec d = new SecretKeySpec(keyBytes, "AES");
        // ok: java-hardcoded-key
        Algorithm e = Algorithm.HMAC256(System.getenv("JWT_KEY"));
        // ok: java-hardcoded-key
        // SecretKeySpec a = new SecretKeySpec("0123456789abcdef".getBytes(), "AES");
    }
}
