class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-fixed-seed
        SecureRandom a = new SecureRandom("seed".getBytes());
        // ruleid: java-fixed-seed
        random.setSeed(System.currentTimeMillis());
        // ok: java-fixed-seed
        SecureRandom b = new SecureRandom();
        // ok: java-fixed-seed
        byte[] c = b.generateSeed(16);
        // ok: java-fixed-seed
        // SecureRandom a = new SecureRandom("seed".getBytes());
    }
}
