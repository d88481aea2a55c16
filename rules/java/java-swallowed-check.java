import java.security.*;
import java.util.logging.*;

class Verifier {
    boolean verify(Signature signature, byte[] given) {
        boolean valid = true;
        // ruleid: java-swallowed-check
        try {
            valid = signature.verify(given);
        } catch (SignatureException e) {
        }
        // ruleid: java-swallowed-check
        try {
            valid = valid && signature.verify(given);
        } catch (Exception e) {
            // catch (SignatureException e) {}
        }
        return valid;
    }

    boolean twin(Signature signature, byte[] given) {
        // ok: java-swallowed-check
        try {
            return signature.verify(given);
        } catch (SignatureException e) {
            Logger.getLogger("verifier").log(Level.WARNING, "not verified", e);
            return false;
        }
    }

    void rest() {
        // ok: java-swallowed-check
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
        }
    }
}
