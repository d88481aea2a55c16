class Checks {
    bool isValid(byte[] data, byte[] signature) {
        // ruleid: csharp-fails-open
        try {
            return key.verify(data, signature);
        } catch (Exception e) {
            return true;
        }
    }

    bool hasAccess(String user) {
        // ruleid: csharp-fails-open
        try {
            return roles.of(user).contains("admin");
        } catch (IOException e) {
            log(e);
            return true;
        }
    }

    bool isAllowed(String user) {
        // ok: csharp-fails-open
        try {
            return roles.of(user).contains("admin");
        } catch (Exception e) {
            return false;
        }
    }

    bool isEmpty(String name) {
        // ok: csharp-fails-open
        try {
            return files.size(name) == 0;
        } catch (IOException e) {
            return true;
        }
        // try { check(); } catch (Exception e) { return true; }
    }
}
