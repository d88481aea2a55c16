import java.security.SecureRandom;
import java.time.Instant;
import java.util.*;

public class PasswordResetService {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Reset> pending = new HashMap<>();

    public String createResetToken(String email) {
        StringBuilder sb = new StringBuilder();
        for (int i = 0; i < 32; i++) {
            sb.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        String token = sb.toString();
        pending.put(token, new Reset(email, Instant.now().plusSeconds(900)));
        return token;
    }

    record Reset(String email, Instant expires) {}
}
