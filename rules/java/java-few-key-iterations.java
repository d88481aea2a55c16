class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-few-key-iterations
        KeySpec a = new PBEKeySpec(password, salt, 1000, 256);
        // ruleid: java-few-key-iterations
        KeySpec b = new PBEKeySpec(password, salt, 1);
        // ok: java-few-key-iterations
        KeySpec c = new PBEKeySpec(password, salt, 600000, 256);
        // ok: java-few-key-iterations
        KeySpec d = new PBEKeySpec(password, salt, rounds, 256);
        // ok: java-few-key-iterations
        // KeySpec a = new PBEKeySpec(password, salt, 1000, 256);
    }
}
