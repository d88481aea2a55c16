class Example {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        {
            // ruleid: java-zip-slip
            File a = new File(dir, entry.getName());
            write(a);
        }
        {
            // ruleid: java-zip-slip
            Path b = root.resolve(zipEntry.getName());
            write(b);
        }
        {
            // ok: java-zip-slip
            File c = new File(dir, entry.getName());
            if (!c.getCanonicalPath().startsWith(dir.getCanonicalPath() + File.separator)) { throw new IOException("outside"); }
            write(c);
        }
        // ok: java-zip-slip
        File d = new File(dir, user.getName());
        // ok: java-zip-slip
        // File a = new File(dir, entry.getName());
    }
}
