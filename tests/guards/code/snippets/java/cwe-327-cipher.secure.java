import javax.crypto.*;
import java.security.*;

public class Encryptor {
    public byte[] encrypt(byte[] data) throws GeneralSecurityException {
        Cipher c = Cipher.getInstance("AES/GCM/NoPadding");
        SecretKey key = KeyGenerator.getInstance("AES").generateKey();
        c.init(Cipher.ENCRYPT_MODE, key);
        return c.doFinal(data);
    }
}
