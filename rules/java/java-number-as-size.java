import java.util.*;

class Slots {
    List<Integer> slots(String text) {
        int size = Integer.parseInt(text);
        // ruleid: java-number-as-size
        return new ArrayList<>(size);
    }

    int[] values(String text) {
        int size = Integer.parseInt(text);
        // ruleid: java-number-as-size
        return new int[size];
    }

    byte[] frame(DataInputStream in) throws IOException {
        int size = in.readInt();
        // ruleid: java-number-as-size
        return new byte[size];
    }

    int[] few(String text) {
        int size = Integer.parseInt(text);
        if (size < 0 || size > 500) size = 10;
        // ok: java-number-as-size
        int[] checked = new int[size];
        // ok: java-number-as-size
        int[] fixed = new int[10];
        // new int[Integer.parseInt(text)]
        return checked.length > 3 ? checked : fixed;
    }
}
