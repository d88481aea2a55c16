import javax.crypto.spec.SecretKeySpec;
import java.nio.charset.StandardCharsets;

public class Keys {
    private static final String SECRET = System.getenv("APP_KEY");

    static SecretKeySpec key() {
        return new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "AES");
    }
}
