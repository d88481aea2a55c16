import javax.crypto.*;
import java.security.*;
import java.util.Properties;

public class Enc {
    byte[] run(byte[] in, SecretKey key) throws GeneralSecurityException {
        String alg = "AES/GCM/NoPadding";
        Cipher c = Cipher.getInstance(alg);
        c.init(Cipher.ENCRYPT_MODE, key);
        return c.doFinal(in);
    }
}
