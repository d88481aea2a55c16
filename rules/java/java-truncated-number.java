class Levels {
    byte level(String text) {
        int number = Integer.parseInt(text);
        // ruleid: java-truncated-number
        return (byte) number;
    }

    short port(String text) {
        int number = Integer.parseInt(text);
        // ruleid: java-truncated-number
        return (short) number;
    }

    byte checked(String text) {
        int number = Integer.parseInt(text);
        if (number < Byte.MIN_VALUE || number > Byte.MAX_VALUE) return 0;
        // ok: java-truncated-number
        return (byte) number;
    }

    byte known() {
        // ok: java-truncated-number
        return (byte) 12;
        // (byte) number
    }
}
