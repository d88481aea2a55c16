import javax.crypto.*;
import javax.crypto.spec.*;
import java.security.SecureRandom;

public class Box {
    public byte[] seal(SecretKey key, byte[] text) throws Exception {
        byte[] IV = new byte[12];
        new SecureRandom().nextBytes(IV);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, IV));
        return cipher.doFinal(text);
    }
}
