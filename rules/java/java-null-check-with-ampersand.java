class Mails {
    boolean known(String mail) {
        // ruleid: java-null-check-with-ampersand
        if (mail != null & mail.length() > 3) return true;
        // ok: java-null-check-with-ampersand
        if (mail != null && mail.length() > 3) return true;
        // ruleid: java-null-check-with-ampersand
        if (mail == null | mail.isEmpty()) return false;
        // ok: java-null-check-with-ampersand
        if (mail == null || mail.isEmpty()) return false;
        // mail != null & mail.isEmpty()
        return true;
    }
}
