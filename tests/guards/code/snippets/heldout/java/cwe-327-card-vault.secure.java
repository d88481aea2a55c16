import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

public class CardVault {
    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    public CardVault(SecretKey key) {
        this.key = key;
    }

    public String seal(String pan) throws Exception {
        byte[] iv = new byte[12];
        random.nextBytes(iv);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, iv));
        byte[] out = cipher.doFinal(pan.getBytes(StandardCharsets.UTF_8));
        byte[] all = new byte[iv.length + out.length];
        System.arraycopy(iv, 0, all, 0, iv.length);
        System.arraycopy(out, 0, all, iv.length, out.length);
        return Base64.getEncoder().encodeToString(all);
    }
}
