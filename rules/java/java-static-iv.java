class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-static-iv
        IvParameterSpec a = new IvParameterSpec("0000000000000000".getBytes());
        // ruleid: java-static-iv
        IvParameterSpec b = new IvParameterSpec(new byte[16]);
        // ok: java-static-iv
        IvParameterSpec c = new IvParameterSpec(iv);
        // ok: java-static-iv
        GCMParameterSpec d = new GCMParameterSpec(128, nonce);
        // ok: java-static-iv
        // IvParameterSpec a = new IvParameterSpec("0000000000000000".getBytes());
    }
}
