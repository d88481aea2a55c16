class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-jwt-unverified
        String a = JWT.create().sign(Algorithm.none());
        // ruleid: java-jwt-unverified
        Claims b = parser.parseClaimsJwt(token).getBody();
        // ok: java-jwt-unverified
        Claims c = Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJws(token).getBody();
        // ok: java-jwt-unverified
        DecodedJWT d = JWT.require(Algorithm.HMAC256(key)).build().verify(token);
        // ok: java-jwt-unverified
        // String a = JWT.create().sign(Algorithm.none());
    }
}
