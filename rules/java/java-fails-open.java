class Checks {
    boolean isValid(byte[] data, byte[] signature) {
        // ruleid: java-fails-open
        try {
            return key.verify(data, signature);
        } catch (Exception e) {
            return true;
        }
    }

    boolean hasAccess(String user) {
        // ruleid: java-fails-open
        try {
            return roles.of(user).contains("admin");
        } catch (IOException e) {
            log(e);
            return true;
        }
    }

    boolean isAllowed(String user) {
        // ok: java-fails-open
        try {
            return roles.of(user).contains("admin");
        } catch (Exception e) {
            return false;
        }
    }

    boolean isEmpty(String name) {
        // ok: java-fails-open
        try {
            return files.size(name) == 0;
        } catch (IOException e) {
            return true;
        }
        // try { check(); } catch (Exception e) { return true; }
    }
}
