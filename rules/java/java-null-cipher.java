class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-null-cipher
        Cipher a = new NullCipher();
        // ruleid: java-null-cipher
        Cipher b = new javax.crypto.NullCipher();
        // ok: java-null-cipher
        Cipher c = Cipher.getInstance("AES/GCM/NoPadding");
        // ok: java-null-cipher
        String d = "new NullCipher()";
        // ok: java-null-cipher
        // Cipher a = new NullCipher();
    }
}
