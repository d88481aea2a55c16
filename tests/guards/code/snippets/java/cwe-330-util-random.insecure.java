import java.security.SecureRandom;
import java.util.Random;

public class Otp {
    private static final Random RANDOM = new Random();

    public static String generateOtp() {
        return String.format("%06d", RANDOM.nextInt(1000000));
    }
}
