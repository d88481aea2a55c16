class Heads {
    byte[] head(InputStream in) throws IOException {
        byte[] head = new byte[16];
        // ruleid: java-ignored-count
        in.read(head);
        return head;
    }

    void over(InputStream input) throws IOException {
        // ruleid: java-ignored-count
        input.skip(16);
    }

    int counted(InputStream in, byte[] head) throws IOException {
        // ok: java-ignored-count
        int count = in.read(head);
        // ok: java-ignored-count
        in.readFully(head);
        // in.read(head);
        return count;
    }
}
