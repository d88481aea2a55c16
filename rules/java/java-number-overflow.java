class Prices {
    int cents(String text) {
        int count = Integer.parseInt(text);
        // ruleid: java-number-overflow
        int cents = count * 1999;
        return cents;
    }

    int square(String text) {
        int side = Integer.parseInt(text);
        // ruleid: java-number-overflow
        return side * side;
    }

    int checked(String text) {
        int count = Integer.parseInt(text);
        if (count < 0 || count > 1000) return 0;
        // ok: java-number-overflow
        return count * 1999;
    }

    int exact(String text) {
        int count = Integer.parseInt(text);
        // ok: java-number-overflow
        return Math.multiplyExact(count, 1999);
        // count * 1999
    }
}
