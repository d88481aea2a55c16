import java.io.*;

public class Seats {
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        int seat;
        try {
            seat = Integer.parseInt(in.readLine().trim());
        } catch (NumberFormatException e) {
            System.out.println("not a number");
            return;
        }
        int[] seats = { 0, 1, 2, 3, 4 };
        if (seat >= 0 && seat < seats.length) {
            System.out.println(seats[seat]);
        } else {
            System.out.println("no such seat");
        }
    }
}
