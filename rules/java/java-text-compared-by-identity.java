class Doors {
    boolean opens(String answer) {
        // ruleid: java-text-compared-by-identity
        if (answer == "yes") return true;
        String expected = "open";
        String given = answer.trim();
        // ruleid: java-text-compared-by-identity
        if (given == expected) return true;
        // ok: java-text-compared-by-identity
        if (given == null) return false;
        // answer == "yes"
        // ok: java-text-compared-by-identity
        return "yes".equals(answer) || expected.equals(given);
    }
}
