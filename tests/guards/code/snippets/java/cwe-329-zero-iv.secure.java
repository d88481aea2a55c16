import javax.crypto.Cipher;
import javax.crypto.spec.*;
import java.security.SecureRandom;

public class FileCrypt {
    public byte[] encrypt(byte[] key, byte[] plain) throws Exception {
        byte[] iv = new byte[16];
        new SecureRandom().nextBytes(iv);
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
        byte[] body = cipher.doFinal(plain);
        byte[] all = new byte[16 + body.length];
        System.arraycopy(iv, 0, all, 0, 16);
        System.arraycopy(body, 0, all, 16, body.length);
        return all;
    }
}
