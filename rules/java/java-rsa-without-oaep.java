class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-rsa-without-oaep
        Cipher a = Cipher.getInstance("RSA/ECB/NoPadding");
        // ruleid: java-rsa-without-oaep
        Cipher b = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        // ok: java-rsa-without-oaep
        Cipher c = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
        // ok: java-rsa-without-oaep
        Cipher d = Cipher.getInstance("AES/GCM/NoPadding");
        // ok: java-rsa-without-oaep
        // Cipher a = Cipher.getInstance("RSA/ECB/NoPadding");
    }
}
