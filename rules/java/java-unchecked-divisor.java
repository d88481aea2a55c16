class Shares {
    int share(String text) {
        int people = Integer.parseInt(text);
        // ruleid: java-unchecked-divisor
        return 100 / people;
    }

    int rest(String text) {
        int people = Integer.parseInt(text.trim());
        // ruleid: java-unchecked-divisor
        return 100 % people;
    }

    int checked(String text) {
        int people = Integer.parseInt(text);
        if (people <= 0) return 0;
        // ok: java-unchecked-divisor
        return 100 / people;
    }

    int half(String text) {
        // ok: java-unchecked-divisor
        return Integer.parseInt(text) / 2;
        // 100 / people
    }
}
