class Example {
    void roll() {
        // ruleid: java-weak-random
        double a = Math.random();
        // ruleid: java-weak-random
        int b = new java.util.Random().nextInt();
        // ok: java-weak-random
        int c = new SecureRandom().nextInt();
        // ok: java-weak-random
        double d = Math.abs(-1.0);
        // Math.random()
    }
}
