import java.security.*;

public class Checksums {
    private static final String NAME = System.getProperty("checksum", "SHA-256");

    public byte[] of(byte[] data) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("MD5");
        digest.update(NAME.getBytes());
        return digest.digest(data);
    }
}
