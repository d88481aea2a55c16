class Example {
    void encrypt() throws Exception {
        // ruleid: java-weak-cipher
        Cipher a = Cipher.getInstance("DES/CBC/PKCS5Padding");
        // ruleid: java-weak-cipher
        Cipher b = javax.crypto.Cipher.getInstance("AES/ECB/PKCS5Padding", "SunJCE");
        // ok: java-weak-cipher
        Cipher c = Cipher.getInstance("AES/GCM/NoPadding");
        // ok: java-weak-cipher
        Cipher d = Cipher.getInstance("ChaCha20-Poly1305");
        // Cipher.getInstance("DES")
    }
}
