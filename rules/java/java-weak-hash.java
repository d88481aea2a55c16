class Example {
    void digest(byte[] data) throws Exception {
        // ruleid: java-weak-hash
        MessageDigest a = MessageDigest.getInstance("MD5");
        // ruleid: java-weak-hash
        MessageDigest b = java.security.MessageDigest.getInstance("SHA1");
        // ok: java-weak-hash
        MessageDigest c = MessageDigest.getInstance("SHA-256");
        // ok: java-weak-hash
        MessageDigest d = MessageDigest.getInstance("SHA-512", "SUN");
        // MessageDigest.getInstance("MD5")
    }
}
