import java.util.Random;
import java.security.SecureRandom;

public class PasswordGenerator {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private final Random random = new Random();

    public String next(int length) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < length; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
