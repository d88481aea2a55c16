import java.security.*;
import java.util.logging.*;

public class Verifier {
    private static final Logger LOG = Logger.getLogger("verifier");

    public boolean verify(byte[] data, byte[] signature, PublicKey key) {
        boolean valid = false;
        try {
            Signature s = Signature.getInstance("SHA256withRSA");
            s.initVerify(key);
            s.update(data);
            valid = s.verify(signature);
        } catch (GeneralSecurityException e) {
            LOG.log(Level.WARNING, "signature could not be checked", e);
        }
        return valid;
    }
}
