import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class WebhookVerifier {
    private final byte[] secret;

    public WebhookVerifier(byte[] secret) {
        this.secret = secret.clone();
    }

    public boolean verify(String payload, String signatureHeader) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        byte[] expected = mac.doFinal(payload.getBytes(StandardCharsets.UTF_8));
        String expectedHex = HexFormat.of().formatHex(expected);
        return expectedHex.equals(signatureHeader);
    }
}
