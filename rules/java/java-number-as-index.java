import java.util.Scanner;

class Seats {
    private final int[] seats = new int[10];

    int seat(String text) {
        int number = Integer.parseInt(text);
        // ruleid: java-number-as-index
        return seats[number];
    }

    int below(String text) {
        int number = Integer.parseInt(text);
        if (number >= 0) {
            // ruleid: java-number-as-index
            return seats[number];
        }
        // seats[Integer.parseInt(text)]
        return 0;
    }

    int checked(String text) {
        int number = Integer.parseInt(text);
        if (number < 0 || number >= seats.length) return 0;
        // ok: java-number-as-index
        return seats[number];
    }

    int first() {
        // ok: java-number-as-index
        return seats[0];
    }
}
