import java.util.Random;
import java.util.Scanner;

public class Guess {
    public static void main(String[] args) {
        Scanner scanner = new Scanner(System.in);
        int secretNumber = new Random().nextInt(100) + 1;
        int tries = 0;
        while (true) {
            System.out.print("Guess: ");
            int guess = scanner.nextInt();
            tries++;
            if (guess < secretNumber) System.out.println("Higher");
            else if (guess > secretNumber) System.out.println("Lower");
            else { System.out.println("Right after " + tries + " tries"); break; }
        }
    }
}
