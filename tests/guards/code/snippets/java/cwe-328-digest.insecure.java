import java.nio.charset.StandardCharsets;
import java.security.*;

public class Passwords {
    static byte[] hash(String password) throws NoSuchAlgorithmException {
        MessageDigest md = MessageDigest.getInstance("SHA-1");
        md.update(password.getBytes(StandardCharsets.UTF_8));
        return md.digest();
    }
}
