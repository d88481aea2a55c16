class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-world-writable
        file.setWritable(true, false);
        // ruleid: java-world-writable
        Set<PosixFilePermission> a = PosixFilePermissions.fromString("rwxrwxrwx");
        // ok: java-world-writable
        file.setWritable(true, true);
        // ok: java-world-writable
        Set<PosixFilePermission> b = PosixFilePermissions.fromString("rw-------");
        // ok: java-world-writable
        // file.setWritable(true, false);
    }
}
