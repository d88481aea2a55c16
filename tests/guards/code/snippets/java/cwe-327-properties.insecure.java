import java.security.*;
import javax.crypto.*;

public class Sealer {
    public byte[] seal(byte[] text) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("DES/CBC/PKCS5Padding", "SunJCE");
        SecretKey key = KeyGenerator.getInstance("DES").generateKey();
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return cipher.doFinal(text);
    }
}
