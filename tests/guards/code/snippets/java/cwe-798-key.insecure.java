import javax.crypto.spec.SecretKeySpec;
import java.nio.charset.StandardCharsets;

public class Keys {
    private static final String SECRET = "ThisIsASecretKey";

    static SecretKeySpec key() {
        return new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "AES");
    }
}
