import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.*;

class Config {
    PasswordEncoder plain() {
        // ruleid: java-no-password-encoder
        return NoOpPasswordEncoder.getInstance();
    }

    PasswordEncoder old() {
        // ruleid: java-no-password-encoder
        return new StandardPasswordEncoder();
    }

    PasswordEncoder good() {
        // ok: java-no-password-encoder
        return new BCryptPasswordEncoder();
    }

    PasswordEncoder any() {
        // ok: java-no-password-encoder
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
    // NoOpPasswordEncoder.getInstance()
}
