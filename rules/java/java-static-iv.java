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

    IvParameterSpec counted() {
        byte[] iv = new byte[16];
        for (int i = 0; i < iv.length; i++) {
            iv[i] = (byte) i;
        }
        // ruleid: java-static-iv
        return new IvParameterSpec(iv);
    }

    IvParameterSpec drawn() {
        byte[] iv = new byte[16];
        new SecureRandom().nextBytes(iv);
        // ok: java-static-iv
        return new IvParameterSpec(iv);
    }

    IvParameterSpec sent(byte[] message) {
        byte[] iv = new byte[16];
        System.arraycopy(message, 0, iv, 0, 16);
        // ok: java-static-iv
        return new IvParameterSpec(iv);
    }
}

class Sealed {
    private static final byte[] IV = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

    GCMParameterSpec same() {
        // ruleid: java-static-iv
        return new GCMParameterSpec(128, IV);
    }

    GCMParameterSpec given(byte[] nonce) {
        // ok: java-static-iv
        return new GCMParameterSpec(128, nonce);
    }
}
