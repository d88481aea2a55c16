import java.security.*;
import java.util.Properties;

public class Digest {
    static byte[] of(byte[] data, Properties p) throws NoSuchAlgorithmException {
        String alg = p.getProperty("digest", "SHA-256");
        return MessageDigest.getInstance(alg).digest(data);
    }
}
