import javax.crypto.*;
import java.security.*;

public class Encryptor {
    public byte[] encrypt(byte[] data) throws GeneralSecurityException {
        Cipher c = Cipher.getInstance("DES/CBC/PKCS5Padding");
        SecretKey key = KeyGenerator.getInstance("DES").generateKey();
        c.init(Cipher.ENCRYPT_MODE, key);
        return c.doFinal(data);
    }
}
