import java.math.BigInteger;
import java.nio.file.*;
import java.security.MessageDigest;

public class ReleaseChecksum {
    private static final String ALGORITHM = "MD5";

    public boolean verify(Path artifact, String expected) throws Exception {
        MessageDigest digest = MessageDigest.getInstance(ALGORITHM);
        byte[] hash = digest.digest(Files.readAllBytes(artifact));
        return new BigInteger(1, hash).toString(16).equalsIgnoreCase(expected);
    }
}
