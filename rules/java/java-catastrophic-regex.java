import java.util.regex.Pattern;

class Example {
    // ruleid: java-catastrophic-regex
    static final Pattern NAME = Pattern.compile("^([a-zA-Z]+)*$");
    // ruleid: java-catastrophic-regex
    static final Pattern MAIL = Pattern.compile("^([a-z0-9]+[._-]?)+@example\\.com$");
    // ok: java-catastrophic-regex
    static final Pattern SLUG = Pattern.compile("^[a-z0-9]+(?:-[a-z0-9]+)*$");
    // ok: java-catastrophic-regex
    static final Pattern HOST = Pattern.compile("^[a-z0-9.-]{1,253}$");

    boolean words(String text) {
        // ruleid: java-catastrophic-regex
        return text.matches("(\\w+\\s?)*");
        // text.matches("(a+)+")
    }
}
