import java.security.*;

class Accounts {
    byte[] stored(String password) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        // ruleid: java-hash-without-salt
        return digest.digest(password.getBytes());
    }

    byte[] shorter(String userPassword) throws GeneralSecurityException {
        // ruleid: java-hash-without-salt
        return MessageDigest.getInstance("SHA-256").digest(userPassword.getBytes());
    }

    byte[] salted(String password, byte[] salt) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        digest.update(salt);
        // ok: java-hash-without-salt
        return digest.digest(password.getBytes());
    }

    byte[] of(String text) throws GeneralSecurityException {
        // ok: java-hash-without-salt
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes());
        // digest.digest(password.getBytes());
    }
}
