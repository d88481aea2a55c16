class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-cipher-without-mode
        Cipher a = Cipher.getInstance("AES");
        // ruleid: java-cipher-without-mode
        Cipher b = Cipher.getInstance("AES", "BC");
        // ok: java-cipher-without-mode
        Cipher c = Cipher.getInstance("AES/GCM/NoPadding");
        // ok: java-cipher-without-mode
        KeyGenerator d = KeyGenerator.getInstance("AES");
        // ok: java-cipher-without-mode
        // Cipher a = Cipher.getInstance("AES");
    }
}
