import javax.crypto.*;
import javax.crypto.spec.*;
import java.security.SecureRandom;

public class Box {
    private static final byte[] IV = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    public byte[] seal(SecretKey key, byte[] text) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, IV));
        return cipher.doFinal(text);
    }
}
